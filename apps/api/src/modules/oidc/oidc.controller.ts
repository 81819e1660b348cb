import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PROBLEMS } from '@sukoyaka/contract';
import type { Locale } from '@sukoyaka/kernel';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppConfig } from '../../platform/config/app-config.js';
import { ForAnybody, ForVisitor } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import { Log } from '../../platform/log/log.js';
import { LINKS } from '@sukoyaka/accounts';
import { problemOf } from '../../platform/problems/problem-of.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { logRefusal } from '../../platform/problems/refusals.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { originOf } from '../session/origin.js';
import { keepSession } from '../session/keep-session.js';
import { Attempts } from './attempts.js';
import { ProviderListOutDto, ReturnQueryDto } from './dto/oidc.dto.js';
import { IdentitiesService } from './identities.service.js';
import { OidcService } from './oidc.service.js';
import { Provider } from './provider.js';

const START = '/api/oidc/start';
const SEE_OTHER = 303;

@ApiTags('sign-in')
@ForVisitor()
@Controller('oidc')
export class OidcController {
  constructor(
    private readonly config: AppConfig,
    private readonly attempts: Attempts,
    private readonly provider: Provider,
    private readonly signIns: OidcService,
    private readonly identities: IdentitiesService,
    private readonly log: Log,
  ) {}

  @Get()
  @ForAnybody()
  @ApiOperation({ summary: 'List the identity providers to sign in with' })
  @ApiResponse({ status: 200, type: ProviderListOutDto })
  list(): ProviderListOutDto {
    const { oidc } = this.config;
    return { providers: oidc === undefined ? [] : [{ name: oidc.name, start: START }] };
  }

  @Get('start')
  @ApiOperation({
    summary: 'Begin to sign in with the identity provider, in a browser',
    description: 'Pages (`Accept: text/html`) are led to `/account?problem=CODE` when it fails.',
  })
  @ApiResponse({ status: SEE_OTHER, description: 'To the provider; sets a short-lived cookie' })
  @ProblemResponses('REQUEST_INVALID', 'CROSS_SITE_REQUEST', 'OIDC_NOT_OFFERED', 'OIDC_UNAVAILABLE')
  async start(
    @Query() query: ReturnQueryDto,
    @CurrentSession() session: OpenSession | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.#leading(request, reply, () => {
      // No other site makes a session begin that its user did not ask for.
      const site = request.headers['sec-fetch-site'];
      if (site === 'cross-site') throw new RequestProblem('CROSS_SITE_REQUEST');
      return this.attempts.begin(request, reply, query.return ?? LINKS.account, session, false);
    });
  }

  @Get('callback')
  @ApiOperation({
    summary: 'Complete it; the provider leads the browser here',
    description: 'Pages (`Accept: text/html`) are led to `/account?problem=CODE` when it fails.',
  })
  @ApiQuery({ name: 'state', required: false })
  @ApiQuery({ name: 'code', required: false })
  @ApiQuery({ name: 'iss', required: false })
  @ApiQuery({ name: 'error', required: false })
  @ApiResponse({
    status: SEE_OTHER,
    description:
      'Sets the session cookie and leads to where `return` said; to `/account` while the sign-in is not complete',
  })
  @ProblemResponses(
    'SIGN_IN_REQUIRED',
    'SIGN_IN_FAILED',
    'SIGN_UP_CLOSED',
    'EMAIL_TAKEN',
    'IDENTITY_TAKEN',
    'OIDC_NOT_OFFERED',
    'OIDC_STATE_INVALID',
    'OIDC_CANCELLED',
    'OIDC_REFUSED',
    'OIDC_EMAIL_UNVERIFIED',
    'OIDC_ACCOUNT_EXISTS',
    'OIDC_UNAVAILABLE',
  )
  async callback(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession | null,
    @RequestLocale() locale: Locale,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.#leading(request, reply, async () => {
      const begun = await this.attempts.resume(request, reply, session);
      const [, query = ''] = request.url.split('?', 2);
      const subject = await this.provider.redeem(query, begun);
      if (begun.linkFor !== null && session !== null) {
        await this.identities.link(actor, session, subject);
        return begun.returnTo;
      }
      const arrival = { session, origin: originOf(request), locale, correlationId: request.id };
      const { stage } = keepSession(reply, await this.signIns.signIn(subject, arrival));
      const back = new URLSearchParams({ return: begun.returnTo }).toString();
      return stage === 'full' ? begun.returnTo : `${LINKS.account}?${back}`;
    });
  }

  /** Leads the browser to where `work` says; a person at a browser is led to a page also by problems. */
  async #leading(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<string>,
  ): Promise<void> {
    void reply.status(SEE_OTHER);
    try {
      void reply.header('location', await work());
    } catch (error) {
      const { code } = problemOf(error);
      const isForPages = (request.headers.accept ?? '').includes('text/html');
      if (!isForPages || (PROBLEMS[code] as number) === 500) throw error;
      logRefusal(this.log, request, code);
      void reply.header('location', `${LINKS.account}?problem=${code}`);
    }
  }
}
