import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { answerToLoopbackOnly } from './platform/http/host-check.js';
import { readJsonBodies } from './platform/http/json-body.js';
import { nameMethods } from './platform/http/known-methods.js';
import { logRequests } from './platform/http/request-log.js';
import { secureAnswers } from './platform/http/security-headers.js';
import type { Log } from './platform/log/log.js';
import { describeApi } from './platform/openapi/describe-api.js';
import { ProblemFilter } from './platform/problems/problem.filter.js';
import { leaveNothingUnsaid } from './platform/problems/refuse-unread.js';
import { RequestPipe } from './platform/validation/request.pipe.js';

/** Everything around the features: the same for the service and for its tests. */
export function configureApp(app: NestFastifyApplication, log: Log): void {
  const server = app.getHttpAdapter().getInstance();
  logRequests(server, log);
  leaveNothingUnsaid(server.server);
  answerToLoopbackOnly(server);
  nameMethods(server);
  readJsonBodies(server);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalFilters(new ProblemFilter(log));
  app.enableCsrfProtection();
  secureAnswers(app);
  describeApi(app);
}
