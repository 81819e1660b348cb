import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AppConfig } from '../../platform/config/app-config.js';
import { ForAnybody } from '../../platform/identity/access.decorator.js';
import { InstallationOutDto } from './installation.dto.js';

/**
 * What a privacy notice has to name and no text of the product can know: who is responsible, how to
 * reach them, and for how long data are kept (Thai PDPA, section 23; Japanese APPI, article 32).
 */
@ApiTags('installation')
@ForAnybody()
@Controller('installation')
export class InstallationController {
  constructor(private readonly config: AppConfig) {}

  @Get()
  @ApiOperation({ summary: 'Say who runs this installation, and how long it keeps personal data' })
  @ApiResponse({ status: 200, type: InstallationOutDto })
  show(): InstallationOutDto {
    const { operator, retention } = this.config;
    const { sessions, mails, contacts } = retention;
    return { operator: operator ?? null, keptDays: { sessions, mails, contacts } };
  }
}
