import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Database } from '@sukoyaka/persistence';
import { ForAnybody } from '../../platform/identity/access.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';

/** How long the database may take to answer before the service counts as not ready. */
const PATIENCE_MS = 2_000;

class HealthOutDto {
  @ApiProperty({ enum: ['live', 'ready'] })
  readonly status!: 'live' | 'ready';
}

@ApiTags('health')
@ForAnybody()
@Controller('health')
export class HealthController {
  #ping: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get('live')
  @ApiOperation({ summary: 'Whether the process answers' })
  @ApiResponse({ status: 200, type: HealthOutDto })
  live(): HealthOutDto {
    return { status: 'live' };
  }

  /** The process answers and so does its database; else 503 with Retry-After. */
  @Get('ready')
  @ApiOperation({ summary: 'Whether the process and its database answer' })
  @ApiResponse({ status: 200, type: HealthOutDto })
  @ProblemResponses('DATABASE_UNAVAILABLE')
  async ready(): Promise<HealthOutDto> {
    // However many ask at once: the database is asked once.
    this.#ping ??= this.database.ping(PATIENCE_MS).finally(() => (this.#ping = undefined));
    await this.#ping;
    return { status: 'ready' };
  }
}
