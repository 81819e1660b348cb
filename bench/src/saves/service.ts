import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCatalogue } from '@sukoyaka/catalogue';
import { newToken, tokenHash } from '@sukoyaka/credentials';
import { applicationUrl, prepareDatabase } from '@sukoyaka/persistence';
import { openEmbeddedPostgres } from '@sukoyaka/persistence/embedded';
import pg from 'pg';

const MAIN = fileURLToPath(new URL('../../../apps/api/dist/main.js', import.meta.url));
export const EDITION = 'jp-hpm-large/2026';

/** Somebody with a session, and a draft of their own to save. */
export interface Editor {
  readonly cookie: string;
  readonly organisationId: string;
  readonly assessmentId: string;
  /** Address of the section that is saved. */
  readonly path: string;
  readonly question: string;
}

export interface Service {
  readonly url: string;
  /** Connection of the application's role. */
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly addEditor: () => Promise<Editor>;
  readonly stop: () => Promise<void>;
}

/** The whole product in processes of its own, on a durable database that is deleted afterwards. */
export async function startService(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'sukoyaka-bench-'));
  chmodSync(folder, 0o711);
  const cluster = await openEmbeddedPostgres(folder, join(folder, 'state'));
  const ownerUrl = cluster.server.url('sukoyaka');
  const appUrl = applicationUrl(ownerUrl);
  await prepareDatabase(ownerUrl, appUrl);
  const { url, end } = await startApi(appUrl, folder);
  const stop = async () => {
    await end();
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, appUrl, ownerUrl, addEditor: () => addEditor(url, ownerUrl), stop };
}

async function startApi(appUrl: string, folder: string) {
  const child = fork(MAIN, {
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_APP_URL: appUrl,
      SUKOYAKA_SECRET_KEY: randomBytes(32).toString('base64'),
      MAIL_FOLDER: join(folder, 'outbox'),
      REQUESTS_PER_MINUTE: '1000000',
    },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
    child.once('message', (message: { listening: string }) => resolve(message.listening));
  });
  const end = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { url, end };
}

export async function addEditor(url: string, ownerUrl: string): Promise<Editor> {
  const cookie = await signIn(ownerUrl);
  const post = async (path: string, body: object): Promise<string> => {
    const headers = { cookie, 'content-type': 'application/json' };
    const response = await fetch(url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(await response.text());
    return ((await response.json()) as { id: string }).id;
  };
  const organisation = { names: { en: 'Bench' }, country: 'TH', employees: 480 };
  const organisationId = await post('/api/organisations', organisation);
  const assessments = `/api/organisations/${organisationId}/assessments`;
  const period = { periodStart: '2025-04-01', periodEnd: '2026-03-31' };
  const assessmentId = await post(assessments, { edition: EDITION, ...period });
  const { section, question } = plainQuestion();
  const path = `${assessments}/${assessmentId}/sections/${section}`;
  return { cookie, organisationId, assessmentId, path, question };
}

/** A session without the work of a sign-in. */
async function signIn(ownerUrl: string): Promise<string> {
  const [person, token] = [randomUUID(), newToken()];
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c app.maintenance=on' });
  await client.connect();
  await client.query(
    `INSERT INTO person (id, email, name, language, time_zone)
     VALUES ($1, $2, 'Bench', 'en', 'UTC')`,
    [person, `${person}@example.com`],
  );
  await client.query(
    `INSERT INTO session (person_id, id, token_hash, stage, method, user_agent, expires_at)
     VALUES ($1, $2, $3, 'full', 'password', 'bench', now() + interval '1 hour')`,
    [person, randomUUID(), tokenHash(token)],
  );
  await client.end();
  return `__Host-sukoyaka=${token}`;
}

function plainQuestion(): { readonly section: string; readonly question: string } {
  for (const section of openCatalogue().edition(EDITION).sections) {
    const question = section.questions.find(
      ({ type, when, perSite }) => type === 'yes-progress-no' && !when && perSite !== true,
    );
    if (question !== undefined) return { section: section.id, question: question.id };
  }
  throw new Error(`${EDITION} has no plain question`);
}
