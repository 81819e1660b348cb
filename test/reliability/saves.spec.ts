import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { applicationUrl, prepareDatabase } from '@sukoyaka/persistence';
import { type OpenedCluster, openTemporaryPostgres } from '@sukoyaka/persistence/embedded';
import { createApp } from '../../apps/api/src/create-app.js';
import { bodyOf, expectProblem, type Http, httpOf, testConfig } from '../support/api.js';
import { askables, EDITION, ORGANISATION } from '../support/builders.js';
import { makePerson } from '../support/people.js';

const KILLS = 3;
const SAVES_BETWEEN_KILLS = 25;
const MOST_REQUESTS = 20_000;

let cluster: OpenedCluster;
let app: NestFastifyApplication;
let http: Http;

beforeAll(async () => {
  cluster = await openTemporaryPostgres();
  const ownerUrl = cluster.server.url('sukoyaka_test_reliability');
  await prepareDatabase(ownerUrl, applicationUrl(ownerUrl));
  app = await createApp(testConfig(applicationUrl(ownerUrl), { logLevel: 'error' }));
  await app.listen(0, '127.0.0.1');
  const { cookie } = await makePerson(ownerUrl, {});
  http = httpOf(await app.getUrl(), { cookie });
}, 60_000);

afterAll(async () => {
  await app.close();
  await cluster.close();
});

/** Ends the server without warning, and waits until its end is noticed. */
function crashServer(): Promise<void> {
  const crashed = new Promise<void>((resolve) => cluster.server.onCrash(() => resolve()));
  const [pid] = readFileSync(join(cluster.folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  return crashed;
}

async function killServer(): Promise<void> {
  await crashServer();
  await cluster.server.start();
}

/** Asks until the server's last processes, which outlive it by a moment, answer no more. */
async function firstRefusal(path: string) {
  for (let request = 0; request < 1_000; request += 1) {
    const response = await http.get(path);
    if (response.status !== 200) return response;
  }
  throw new Error(`${path} does without its database`);
}

async function beginAssessment(): Promise<string> {
  const organisation = await http.post('/api/organisations').send(ORGANISATION).expect(201);
  const path = `/api/organisations/${String(bodyOf(organisation)['id'])}/assessments`;
  const begun = { edition: EDITION, periodStart: '2025-04-01', periodEnd: '2026-03-31' };
  const response = await http.post(path).send(begun).expect(201);
  return `${path}/${String(bodyOf(response)['id'])}`;
}

/** Somebody who types into one section and saves each change until it is acknowledged. */
class Typist {
  acknowledged = 0;

  constructor(
    private readonly path: string,
    private readonly question: string,
  ) {}

  answers() {
    return { [this.question]: `text ${this.acknowledged}` };
  }

  async save(): Promise<void> {
    const version = this.acknowledged;
    const answers = { [this.question]: `text ${version + 1}` };
    for (let request = 0; request < MOST_REQUESTS; request += 1) {
      const response = await http.put(this.path).set('If-Match', `"${version}"`).send({ answers });
      if (response.status === 200) {
        this.acknowledged = Number(bodyOf(response)['version']);
        return;
      }
      expect(response.body).toMatchObject({ code: 'DATABASE_UNAVAILABLE', status: 503 });
      expect(response.headers['retry-after']).toMatch(/^\d+$/);
    }
    throw new Error('the service did not recover');
  }
}

describe('a PostgreSQL that is killed while people save', () => {
  it('loses no acknowledged save, and the service recovers by itself', async () => {
    const path = await beginAssessment();
    const typists = askables()
      .slice(0, 3)
      .map(({ section, question }) => new Typist(`${path}/sections/${section}`, question));
    for (let kill = 0; kill < KILLS; kill += 1) {
      const typing = typists.map(async (typist) => {
        for (let save = 0; save < SAVES_BETWEEN_KILLS; save += 1) await typist.save();
      });
      await Promise.all([killServer(), ...typing]);
    }
    for (const typist of typists) {
      expect(typist.acknowledged).toBe(KILLS * SAVES_BETWEEN_KILLS);
    }
    const stored = await Promise.all(
      typists.map(async (typist) => bodyOf(await http.get(typist['path']).expect(200))),
    );
    expect(stored).toMatchObject(
      typists.map((typist) => ({ version: typist.acknowledged, answers: typist.answers() })),
    );
    await http.get('/api/health/ready').expect(200);
  }, 60_000);

  it('is told from a service that is well', async () => {
    await http.get('/api/health/ready').expect(200);
    await crashServer();
    const refused = await firstRefusal('/api/health/ready');
    expectProblem(refused, 503, 'DATABASE_UNAVAILABLE');
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
    await http.get('/api/health/live').expect(200);
    await cluster.server.start();
    await http.get('/api/health/ready').expect(200);
  }, 60_000);
});
