import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Keyring } from '@sukoyaka/credentials';
import { createTestDatabase, type TestDatabase } from '@sukoyaka/testing';
import supertest, { type Response, type Test } from 'supertest';
import { createApp } from '../../apps/api/src/create-app.js';
import {
  type AppConfig,
  readServiceSettings,
} from '../../apps/api/src/platform/config/app-config.js';
import { SettingsReader } from '@sukoyaka/persistence/embedded';
import { Log } from '../../apps/api/src/platform/log/log.js';
import { makePerson, type PersonOptions, type TestPerson } from './people.js';

/** Requests of one sender. */
export interface Http {
  readonly get: (path: string) => Test;
  readonly post: (path: string) => Test;
  readonly put: (path: string) => Test;
  readonly patch: (path: string) => Test;
  readonly delete: (path: string) => Test;
  readonly options: (path: string) => Test;
}

/** A person who is signed in, and requests that carry the session. */
export interface SignedIn extends TestPerson {
  readonly http: Http;
}

/** The API on a database of its own, as the service runs it. */
export interface RunningApi {
  readonly app: NestFastifyApplication;
  readonly config: AppConfig;
  readonly database: TestDatabase;
  readonly url: string;
  /** Requests of the first person, who is signed in. */
  readonly http: Http;
  readonly person: SignedIn;
  /** Requests of nobody. */
  readonly anonymous: Http;
  /** Makes another person, and signs them in. */
  readonly signIn: (options?: PersonOptions) => Promise<SignedIn>;
  /** What was logged so far. */
  readonly log: readonly string[];
  readonly stop: () => Promise<void>;
}

type Settings = Partial<AppConfig>;

/** The settings of a service for tests; whatever is not said is as an operator would leave it. */
export function testConfig(databaseUrl: string, settings: Settings = {}): AppConfig {
  const chance = randomBytes(8).toString('hex');
  const folder = join(tmpdir(), `sukoyaka-test-outbox-${chance}`);
  return {
    ...readServiceSettings(new SettingsReader({})),
    mail: { url: undefined, from: 'Sukoyaka <no-reply@example.org>', folder },
    port: 0,
    origin: 'http://localhost',
    keyring: new Keyring(Buffer.alloc(32, 7)),
    isDemo: false,
    databaseUrl,
    databasePoolSize: 4,
    reportThreads: 1,
    requestsPerMinute: 1_000_000,
    ...settings,
  };
}

export async function startApi(settings: Settings = {}): Promise<RunningApi> {
  const database = await createTestDatabase();
  const log: string[] = [];
  const config = testConfig(database.appUrl, settings);
  const app = await createApp(config, new Log('info', (line) => log.push(line)));
  await app.listen(config.port, '127.0.0.1');
  const url = await app.getUrl();
  const stop = async () => {
    await app.close();
    await database.drop();
    rmSync(config.mail.folder, { recursive: true, force: true });
  };
  const signIn = async (options: PersonOptions = {}) => {
    const person = await makePerson(database.adminUrl, options);
    return { ...person, http: httpOf(url, { cookie: person.cookie }) };
  };
  const person = await signIn();
  const anonymous = httpOf(url);
  return { app, config, database, url, http: person.http, person, anonymous, signIn, log, stop };
}

/** Requests that carry these headers. */
export function httpOf(url: string, headers: Readonly<Record<string, string>> = {}): Http {
  const http = supertest(url);
  const withHeaders = (test: Test) => test.set(headers);
  return {
    get: (path) => withHeaders(http.get(path)),
    post: (path) => withHeaders(http.post(path)),
    put: (path) => withHeaders(http.put(path)),
    patch: (path) => withHeaders(http.patch(path)),
    delete: (path) => withHeaders(http.delete(path)),
    options: (path) => withHeaders(http.options(path)),
  };
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
