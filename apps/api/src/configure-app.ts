import cookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveAccountPages } from './modules/account-pages/serve-account-pages.js';
import type { AppConfig } from './platform/config/app-config.js';
import { answerToOwnName } from './platform/http/host-check.js';
import { readJsonBodies } from './platform/http/json-body.js';
import { nameMethods } from './platform/http/known-methods.js';
import { limitRequests } from './platform/http/rate-limit.js';
import { logRequests } from './platform/http/request-log.js';
import { bareSecurityHeaders, secureAnswers } from './platform/http/security-headers.js';
import type { Log } from './platform/log/log.js';
import { describeApi } from './platform/openapi/describe-api.js';
import { ProblemFilter } from './platform/problems/problem.filter.js';
import { leaveNothingUnsaid } from './platform/problems/refuse-unread.js';
import { RequestPipe } from './platform/validation/request.pipe.js';

/** Everything around the features: the same for the service and for its tests. */
export async function configureApp(
  app: NestFastifyApplication,
  config: AppConfig,
  log: Log,
): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  logRequests(server, log);
  leaveNothingUnsaid(server.server, bareSecurityHeaders(config.origin));
  answerToOwnName(server, config.origin);
  nameMethods(server);
  readJsonBodies(server);
  await app.register(cookie);
  await limitRequests(app, config.requestsPerMinute);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalFilters(new ProblemFilter(log));
  app.enableCsrfProtection();
  secureAnswers(app, config.origin);
  describeApi(app);
  serveAccountPages(server);
}
