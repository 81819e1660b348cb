import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '@sukoyaka/testing';
import type { Response } from 'supertest';
import supertest from 'supertest';
import { createApp } from '../../apps/api/src/create-app.js';
import { AppConfig } from '../../apps/api/src/platform/config/app-config.js';
import { Log } from '../../apps/api/src/platform/log/log.js';

/** The API on a database of its own, as the service runs it. */
export interface RunningApi {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
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
  const stop = async () => {
    await app.close();
    await database.drop();
  };
  return { app, database, http: supertest(await app.getUrl()), log, stop };
}

/** The body of an answer, as a record to look into. */
export function bodyOf(response: Response): Record<string, unknown> {
  return response.body as Record<string, unknown>;
}
