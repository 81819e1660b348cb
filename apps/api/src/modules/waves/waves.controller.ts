import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import { nextLink, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { entityTag, versionFrom } from '../../platform/http/versions.js';
import { ForMember, ForStaff } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import {
  ConflictResponse,
  ProblemResponses,
} from '../../platform/problems/problem-responses.decorator.js';
import {
  WaveExtensionInDto,
  WaveInDto,
  WaveListOutDto,
  WaveOutDto,
  WaveQueryDto,
} from './wave.dto.js';
import { WavesService } from './waves.service.js';

@ApiTags('waves')
@Controller()
export class WavesController {
  constructor(private readonly waves: WavesService) {}

  @Get('waves')
  @ForMember()
  @ApiOperation({ summary: 'List the waves, newest first' })
  @ApiResponse({ status: 200, type: WaveListOutDto })
  @ProblemResponses('REQUEST_INVALID')
  async list(
    @Acting() actor: Actor,
    @Query() query: WaveQueryDto,
    @RequestAddress() address: string,
  ): Promise<WaveListOutDto> {
    const { edition, country, state } = query;
    const countries = country === undefined ? undefined : [country];
    const filter = { editionId: edition, countries, state };
    const { rows, next } = await this.waves.list(actor, filter, pageRequest(query, 'time', 'id'));
    return { waves: rows, next: nextLink(address, next) };
  }

  @Get('waves/:waveId')
  @ForMember()
  @ApiOperation({ summary: 'Show a wave' })
  @ApiResponse({ status: 200, type: WaveOutDto })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'WAVE_NOT_FOUND')
  async show(
    @Acting() actor: Actor,
    @Param('waveId', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WaveOutDto> {
    return tagged(reply, await this.waves.show(actor, id));
  }

  @Post('operator/waves')
  @ForStaff('operator')
  @ApiOperation({ summary: 'Open a wave of an edition in a country' })
  @ApiResponse({ status: 201, type: WaveOutDto })
  @ProblemResponses('REQUEST_INVALID', 'EDITION_NOT_FOUND', 'WAVE_NOT_CLOSED', 'WAVE_TIMES_INVALID')
  async open(
    @Acting() actor: Actor,
    @CurrentSession() { personId }: OpenSession,
    @Body() body: WaveInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WaveOutDto> {
    const wave = await this.waves.open(actor, personId, body);
    void reply.header('location', `/api/waves/${wave.id}`);
    return tagged(reply, wave);
  }

  @Post('operator/waves/:waveId/extension')
  @ForStaff('operator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let a wave end later' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read' })
  @ApiResponse({ status: 200, type: WaveOutDto })
  @ProblemResponses('REQUEST_INVALID', 'WAVE_CLOSED', 'WAVE_TIMES_INVALID', 'VERSION_REQUIRED')
  @ConflictResponse(WaveOutDto)
  async extend(
    @Acting() actor: Actor,
    @Param('waveId', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { closesAt, reason }: WaveExtensionInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WaveOutDto> {
    const version = versionFrom(ifMatch);
    return tagged(reply, await this.waves.extend(actor, id, closesAt, reason, version));
  }

  @Post('operator/waves/:waveId/closing')
  @ForStaff('operator')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a wave now' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read' })
  @ApiResponse({ status: 200, type: WaveOutDto })
  @ProblemResponses('WAVE_CLOSED', 'VERSION_REQUIRED')
  @ConflictResponse(WaveOutDto)
  async close(
    @Acting() actor: Actor,
    @Param('waveId', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WaveOutDto> {
    return tagged(reply, await this.waves.close(actor, id, versionFrom(ifMatch)));
  }
}

/** The wave, with its version as the ETag of the answer. */
function tagged(reply: FastifyReply, wave: WaveOutDto): WaveOutDto {
  void reply.header('etag', entityTag(wave.version));
  return wave;
}
