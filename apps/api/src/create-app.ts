import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import type { AppConfig } from './platform/config/app-config.js';
import { BODY_LIMIT_BYTES, PARAMETER_LIMIT, REQUEST_TIMEOUT_MS } from './platform/http/limits.js';
import { bareSecurityHeaders } from './platform/http/security-headers.js';
import { Log } from './platform/log/log.js';
import { ProblemFilter } from './platform/problems/problem.filter.js';
import { refuseUnread } from './platform/problems/refuse-unread.js';

/** Makes the application, ready to listen. */
export async function createApp(
  config: AppConfig,
  log = new Log(config.logLevel),
): Promise<NestFastifyApplication> {
  const refusals = new ProblemFilter(log);
  const headers = bareSecurityHeaders(config.origin);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    return503OnClosing: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    // A request without one is refused like any other, by a problem.
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: PARAMETER_LIMIT },
    genReqId: () => randomUUID(),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      refusals.answer(error, request, reply.headers(headers)),
    clientErrorHandler: (error, socket) => refuseUnread(error, socket, headers),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, log),
    adapter,
    {
      bodyParser: false,
      logger: false,
      abortOnError: false,
    },
  );
  await configureApp(app, config, log);
  return app;
}
