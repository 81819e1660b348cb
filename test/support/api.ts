import { expect } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '@sukoyaka/testing';
import supertest, { type Response } from 'supertest';
import { createApp } from '../../apps/api/src/create-app.js';
import { AppConfig } from '../../apps/api/src/platform/config/app-config.js';
import { Log } from '../../apps/api/src/platform/log/log.js';

/** The API on a database of its own, as the service runs it. */
export interface RunningApi {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly url: string;
  readonly http: ReturnType<typeof supertest>;
  /** What was logged so far. */
  readonly log: readonly string[];
  readonly stop: () => Promise<void>;
}

export async function startApi(): Promise<RunningApi> {
  const database = await createTestDatabase();
  const log: string[] = [];
  const config = new AppConfig(0, database.appUrl, 4, 1, 'info');
  const app = await createApp(config, new Log('info', (line) => log.push(line)));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const stop = async () => {
    await app.close();
    await database.drop();
  };
  return { app, database, url, http: supertest(url), log, stop };
}

/** Expects a problem of the registry, and gives back its body. */
export function expectProblem(response: Response, status: number, code: string) {
  expect(response.body).toMatchObject({ status, code, type: `/api/problems/${code}` });
  expect(response.status).toBe(status);
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.headers['x-correlation-id']).toBe(bodyOf(response)['correlationId']);
  return bodyOf(response);
}

/** The body of an answer, as a record to look into. */
export function bodyOf(response: Response): Readonly<Record<string, unknown>> {
  return response.body as Readonly<Record<string, unknown>>;
}
