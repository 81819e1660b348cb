import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import { nextLink, PageQueryDto, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForMember } from '../../platform/identity/access.decorator.js';
import { Acting } from '../../platform/identity/identity.decorators.js';
import { entityTag, versionFrom } from '../../platform/http/versions.js';
import {
  ConflictResponse,
  ProblemResponses,
} from '../../platform/problems/problem-responses.decorator.js';
import { SiteInDto, SiteListOutDto, SiteOutDto } from './dto/site.dto.js';
import { SitesService } from './sites.service.js';

@ApiTags('organisations')
@ForMember()
@Controller('organisations/:organisationId/sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Get()
  @ApiOperation({ summary: 'List the sites of an organisation, oldest first' })
  @ApiResponse({ status: 200, type: SiteListOutDto })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'ORGANISATION_NOT_FOUND')
  async list(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<SiteListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { rows, next } = await this.sites.list(actor, organisationId, page);
    return { sites: rows, next: nextLink(address, next) };
  }

  @Post()
  @ApiOperation({ summary: 'Add a site' })
  @ApiResponse({ status: 201, type: SiteOutDto })
  @ProblemResponses('REQUEST_INVALID', 'NAME_MISSING', 'ORGANISATION_NOT_FOUND')
  async create(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Body() body: SiteInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SiteOutDto> {
    const site = await this.sites.create(actor, organisationId, body);
    void reply
      .header('location', `/api/organisations/${organisationId}/sites/${site.id}`)
      .header('etag', entityTag(site.version));
    return site;
  }

  @Get(':siteId')
  @ApiOperation({ summary: 'Show a site' })
  @ApiResponse({ status: 200, type: SiteOutDto })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'ORGANISATION_NOT_FOUND', 'SITE_NOT_FOUND')
  async show(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('siteId', IdPipe) siteId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SiteOutDto> {
    const site = await this.sites.show(actor, organisationId, siteId);
    void reply.header('etag', entityTag(site.version));
    return site;
  }

  @Put(':siteId')
  @ApiOperation({ summary: 'Change what is said of a site' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiResponse({ status: 200, type: SiteOutDto })
  @ProblemResponses('REQUEST_INVALID', 'NAME_MISSING', 'SITE_NOT_FOUND', 'VERSION_REQUIRED')
  @ConflictResponse(SiteOutDto)
  async replace(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('siteId', IdPipe) siteId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SiteInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SiteOutDto> {
    const version = versionFrom(ifMatch);
    const site = await this.sites.replace(actor, organisationId, siteId, body, version);
    void reply.header('etag', entityTag(site.version));
    return site;
  }

  @Delete(':siteId')
  @ApiOperation({ summary: 'Remove a site' })
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiResponse({ status: 204, description: 'Removed' })
  @ProblemResponses('SITE_NOT_FOUND', 'VERSION_REQUIRED')
  @ConflictResponse(SiteOutDto)
  remove(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('siteId', IdPipe) siteId: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    return this.sites.remove(actor, organisationId, siteId, versionFrom(ifMatch));
  }
}
