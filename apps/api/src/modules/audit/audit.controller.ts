import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@sukoyaka/kernel';
import type { Actor, OpenSession, Page } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import { nextLink, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForMember, ForPerson, ForStaff } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { AuditService } from './audit.service.js';
import { AuditEventListOutDto, type AuditEventOutDto } from './dto/audit.out.dto.js';
import { AuditExportQueryDto, AuditQueryDto, type ExportFormat } from './dto/audit.query.dto.js';

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};
const TEXT = { schema: { type: 'string' } } as const;
const EXPORTED = { 'text/csv': TEXT, 'application/jsonl': TEXT };

@ApiTags('audit')
@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get('organisations/:organisationId/audit')
  @ForMember()
  @ApiOperation({ summary: 'List who did what in an organisation, newest first' })
  @ApiResponse({ status: 200, type: AuditEventListOutDto })
  @ProblemResponses('REQUEST_INVALID', 'CURSOR_INVALID', 'ORGANISATION_NOT_FOUND', 'RIGHT_MISSING')
  async ofOrganisation(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: AuditQueryDto,
    @RequestLocale() locale: Locale,
    @RequestAddress() address: string,
  ): Promise<AuditEventListOutDto> {
    const [asked, page] = [{ filter: query, locale }, pageRequest(query, 'number')];
    const found = await this.audit.ofOrganisation(actor, organisationId, asked, page);
    return listOf(found, address);
  }

  @Get('organisations/:organisationId/audit/export')
  @ForMember()
  @ApiOperation({ summary: 'Get the log of an organisation as a file, oldest first' })
  @ApiResponse({ status: 200, description: 'By `format`', content: EXPORTED })
  @ProblemResponses('REQUEST_INVALID', 'ORGANISATION_NOT_FOUND', 'RIGHT_MISSING')
  async export(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: AuditExportQueryDto,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { format, ...filter } = query;
    const asked = { filter, locale };
    const text = await this.audit.export(actor, organisationId, format, asked);
    void reply.header('content-language', locale);
    // One page is read ahead, no more.
    return new StreamableFile(Readable.from(text, { highWaterMark: 1 }), {
      type: MEDIA_TYPES[format],
      disposition: `attachment; filename="${fileName(organisationId, format)}"`,
    });
  }

  @Get('me/audit')
  @ForPerson()
  @ApiOperation({ summary: 'List what happened to your account, newest first' })
  @ApiResponse({ status: 200, type: AuditEventListOutDto })
  @ProblemResponses('REQUEST_INVALID', 'CURSOR_INVALID')
  async ofPerson(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Query() query: AuditQueryDto,
    @RequestLocale() locale: Locale,
    @RequestAddress() address: string,
  ): Promise<AuditEventListOutDto> {
    const [asked, page] = [{ filter: query, locale }, pageRequest(query, 'number')];
    const found = await this.audit.ofPerson(actor, session, asked, page);
    return listOf(found, address);
  }

  @Get('operator/audit')
  @ForStaff('operator')
  @ApiOperation({ summary: 'List what was done on the platform, newest first' })
  @ApiResponse({ status: 200, type: AuditEventListOutDto })
  @ProblemResponses('REQUEST_INVALID', 'CURSOR_INVALID')
  async ofPlatform(
    @Acting() actor: Actor,
    @Query() query: AuditQueryDto,
    @RequestLocale() locale: Locale,
    @RequestAddress() address: string,
  ): Promise<AuditEventListOutDto> {
    const [asked, page] = [{ filter: query, locale }, pageRequest(query, 'number')];
    const found = await this.audit.ofPlatform(actor, asked, page);
    return listOf(found, address);
  }
}

function listOf({ rows, next }: Page<AuditEventOutDto>, address: string): AuditEventListOutDto {
  return { events: rows, next: nextLink(address, next) };
}

/** Of ASCII letters, digits and hyphens only: an organisation's name may hold anything. */
function fileName(organisationId: string, format: ExportFormat): string {
  const moment = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return `audit-${organisationId}-${moment}.${format}`;
}
