import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { expectProblem, type RunningApi, startApi } from '../support/api.js';
import { saveOrganisation, SITE } from '../support/builders.js';

let api: RunningApi;
let organisation: string;
let path: string;
beforeAll(async () => {
  api = await startApi();
  organisation = await saveOrganisation(api);
  path = `/api/organisations/${organisation}/audit/export`;
  await api.http.post(`/api/organisations/${organisation}/sites`).send(SITE).expect(201);
});
afterAll(() => api.stop());

async function download(query: string, language = 'en') {
  const asked = api.http.get(`${path}?${query}`).set('Accept-Language', language);
  const response = await asked.buffer(true).parse((incoming, done) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(Buffer.from(piece)));
    incoming.on('end', () => done(null, Buffer.concat(pieces).toString('utf8')));
  });
  expect(response.status).toBe(200);
  return { headers: response.headers, text: response.body as string };
}

/** The cells of a CSV file whose cells are all quoted. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const lines = text.split('\r\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) =>
    [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell]) =>
      (cell ?? '').replaceAll('""', '"'),
    ),
  );
}

const exported = () =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ facts: unknown }>(
      `SELECT facts_after AS facts FROM audit_event
       WHERE chain_id = $1 AND action = 'audit.exported' ORDER BY sequence DESC LIMIT 1`,
      [organisation],
    );
    return rows[0]?.facts;
  });

const FIRST = 10_001;

/** Puts so many events into the log, behind its back. */
function lengthen(events: number): Promise<unknown> {
  return withClient(api.database.adminUrl, async (client) => {
    await client.query('SET session_replication_role = replica');
    return client.query(
      `INSERT INTO audit_event SELECT chain_id, $3 - 1 + n, occurred_at, actor_kind, actor_id,
         'section.saved', object_kind, object_id, facts_before, facts_after, correlation_id,
         previous_hash, hash
       FROM audit_event, generate_series(1, $2) AS n WHERE chain_id = $1 AND sequence = 1
       ON CONFLICT DO NOTHING`,
      [organisation, events, FIRST],
    );
  });
}

describe('GET …/audit/export as CSV', () => {
  it('is a file that a spreadsheet opens, the oldest event first', async () => {
    const { headers, text } = await download('format=csv', 'ja');
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': expect.stringMatching(
        new RegExp(`^attachment; filename="audit-${organisation}-\\d{8}T\\d{6}Z\\.csv"$`),
      ),
      'content-language': 'ja',
      'cache-control': 'no-store',
    });
    expect(text.startsWith('\uFEFF"sequence","at",')).toBe(true);
    const [columns = [], ...rows] = cellsOf(text.slice(1));
    const column = (name: string) => rows.map((cells) => cells[columns.indexOf(name)]);
    expect(column('sequence')).toEqual(['1', '2', '3']);
    expect(column('action')).toEqual(['organisation.registered', 'member.joined', 'site.added']);
    expect(column('text')[2]).toBe('事業場が追加されました。');
    expect(column('actor_name')).toEqual(Array(3).fill('Test person'));
    expect(column('previous_hash')[1]).toBe(column('hash')[0]);
    expect(JSON.parse(column('after')[1] ?? '')).toEqual({ role: 'owner' });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1', '"quoted", too'])(
    'carries out no name such as %j',
    async (name) => {
      await withClient(api.database.adminUrl, (client) =>
        client.query('UPDATE person SET name = $2 WHERE id = $1', [api.person.id, name]),
      );
      const { text } = await download('format=csv&action=site.');
      const [columns = [], row = []] = cellsOf(text.slice(1));
      const isFormula = name !== '"quoted", too';
      expect(row[columns.indexOf('actor_name')]).toBe(isFormula ? `'${name}` : name);
    },
  );
});

describe('GET …/audit/export as JSON lines', () => {
  it('has one event a line, as the list shows them', async () => {
    const { headers, text } = await download('format=jsonl&action=site.');
    expect(headers['content-type']).toBe('application/jsonl; charset=utf-8');
    const events = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const list = api.http.get(`/api/organisations/${organisation}/audit?action=site.`);
    expect({ events }).toEqual({ events: ((await list).body as { events: unknown }).events });
  });
});

describe('an export', () => {
  it('is noted with what was asked for, before it leaves, and is not in itself', async () => {
    const from = '2026-01-01T00:00:00+07:00';
    const { text } = await download(`format=jsonl&action=member.&from=${encodeURIComponent(from)}`);
    expect(text.split('\n').length).toBe(2);
    expect(await exported()).toEqual({
      format: 'jsonl',
      from: '2025-12-31T17:00:00.000Z',
      to: null,
      events: 1,
    });
    expect((await download('format=jsonl&to=2001-01-01T00:00:00Z')).text).toBe('');
  });

  it('is whole when it is longer than what is read at once', async () => {
    await lengthen(1700);
    const { text } = await download('format=jsonl&action=section.saved');
    const lines = text.trimEnd().split('\n');
    const numbers = lines.map((line) => (JSON.parse(line) as { sequence: number }).sequence);
    expect(numbers).toEqual(Array.from({ length: 1700 }, (_, index) => FIRST + index));
  });

  it('breaks off for one who loses the right meanwhile, instead of ending as if it were whole', async () => {
    // Some 60 MB: more than what systems keep between a service and a reader that waits.
    await lengthen(200_000);
    const reviewer = await api.signIn({ memberOf: { organisation, role: 'reviewer' } });
    const url = new URL(`${path}?format=jsonl&action=section.saved`, api.url);
    const ended = await new Promise<string>((resolve) => {
      request(url, { headers: { cookie: reviewer.cookie } }, (incoming) => {
        incoming.pause();
        void api.http
          .delete(`/api/organisations/${organisation}/members/${reviewer.id}`)
          .expect(204)
          .then(() => incoming.resume());
        incoming.on('end', () => resolve('whole'));
        incoming.on('error', () => resolve('broken off'));
      }).end();
    });
    expect(ended).toBe('broken off');
  });

  it('leaves the service at work when its reader hangs up', async () => {
    const url = new URL(`${path}?format=csv`, api.url);
    await new Promise<void>((resolve) => {
      const sent = request(url, { headers: { cookie: api.person.cookie } }, (incoming) => {
        incoming.once('data', () => incoming.destroy());
        incoming.once('close', () => resolve());
      });
      sent.end();
    });
    await download('format=csv&action=site.');
    expect(api.log.filter((line) => line.includes('"INTERNAL"'))).toEqual([]);
  });

  it.each(['', 'format=xlsx', 'format=csv&limit=5', 'format=csv&format=jsonl'])(
    'is refused for ?%s',
    async (query) => {
      expectProblem(await api.http.get(`${path}?${query}`), 400, 'REQUEST_INVALID');
    },
  );
});
