import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { RESULT_SCHEMA } from '../../apps/api/src/modules/results/dto/result.schema.js';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import {
  askables,
  NOBODY,
  ORGANISATION,
  type SavedAssessment,
  saveAssessment,
  saveOrganisation,
  submit,
} from '../support/builders.js';
import { breakOff } from '../support/raw-request.js';

let api: RunningApi;
let scored: SavedAssessment;
let draft: SavedAssessment;
let headers: Readonly<Record<string, string>>;

const [{ section, question } = { section: '', question: '' }] = askables();

beforeAll(async () => {
  api = await startApi();
  headers = { cookie: api.person.cookie };
  draft = await saveAssessment(api);
  scored = await saveAssessment(api);
  const path = `${scored.path}/sections/${section}`;
  await api.http
    .put(path)
    .set('If-Match', '"0"')
    .send({ answers: { [question]: 'yes' } });
  await submit(api, scored).expect(200);
});
afterAll(() => api.stop());

describe('GET …/result', () => {
  it('shows scores and both readings of the criteria', async () => {
    const response = await api.http.get(`${scored.path}/result`).expect(200);
    const body = response.body as { result: Record<string, unknown>; ruleSets: object[] };
    expect(body.ruleSets.length).toBeGreaterThanOrEqual(2);
    expect(body.result).toMatchObject({ schema: 'sukoyaka-evaluation/1', standing: null });
    expect(body.result['readings']).toHaveLength(body.ruleSets.length);
    expect(body.result).not.toHaveProperty('trace');
  });

  it('has no part that the description of the API leaves out', async () => {
    const { result } = bodyOf(await api.http.get(`${scored.path}/result`)) as { result: object };
    const described = Object.keys(RESULT_SCHEMA.properties);
    expect(Object.keys(result).filter((part) => !described.includes(part))).toEqual([]);
  });

  it('stays as it was made', async () => {
    const { rows } = await withClient(api.database.adminUrl, (client) =>
      client.query('SELECT rule_sets, result FROM evaluation_result WHERE assessment_id = $1', [
        scored.id,
      ]),
    );
    expect(rows).toHaveLength(1);
    const response = await api.http.get(`${scored.path}/result`);
    const [{ rule_sets: ruleSets }] = rows as [{ rule_sets: unknown }];
    expect(response.body).toMatchObject({ ruleSets });
  });
});

describe('GET …/trace', () => {
  it('leads from each answer to its points, in the words of the reader', async () => {
    const response = await api.http.get(`${scored.path}/trace`).set('Accept-Language', 'ja');
    const { trace } = response.body as { trace: { question: string; text: string }[] };
    const entry = trace.find((each) => each.question === question);
    expect(entry?.text).toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });
});

describe('GET …/report', () => {
  const report = (query = '') => api.http.get(`${scored.path}/report${query}`);

  it.each(['en', 'ja,th', 'th,en'])('gives a PDF in %s', async (languages) => {
    const response = await report(`?languages=${languages}`).expect(200);
    const bytes = response.body as Buffer;
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-language': languages.replace(',', ', '),
      'content-disposition': expect.stringMatching(/^inline; filename="[A-Z0-9-]+-[a-z-]+\.pdf"$/),
      'transfer-encoding': 'chunked',
    });
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.subarray(-6).toString()).toBe('%%EOF\n');
  });

  it('arrives in pieces, the same bytes each time', async () => {
    const pieces: Uint8Array[] = [];
    const response = await fetch(`${api.url}${scored.path}/report?languages=ja`, { headers });
    for await (const piece of response.body ?? []) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    const again = await report('?languages=ja').expect(200);
    expect(Buffer.concat(pieces).equals(again.body as Buffer)).toBe(true);
  });

  it('leaves room for others when its reader goes away', async () => {
    for (let reader = 0; reader < 6; reader += 1) {
      const leaving = new AbortController();
      const { signal } = leaving;
      const response = await fetch(`${api.url}${scored.path}/report?languages=th`, {
        signal,
        headers,
      });
      expect(response.status).toBe(200);
      leaving.abort();
    }
    const response = await report('?languages=th').expect(200);
    expect((response.body as Buffer).subarray(-6).toString()).toBe('%%EOF\n');
  });

  it('is not made for readers who left before it began', async () => {
    const request = `GET ${scored.path}/report HTTP/1.1\r\nHost: localhost\r\nCookie: ${api.person.cookie}\r\n\r\n`;
    // More than may wait.
    await Promise.all(Array.from({ length: 60 }, () => breakOff(api.url, request)));
    const response = await report('?languages=th').expect(200);
    expect((response.body as Buffer).subarray(-6).toString()).toBe('%%EOF\n');
    expect(api.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it('gives a twin for machines to who asks for JSON', async () => {
    const asked = [report('?format=json'), report().set('Accept', 'application/json')];
    for (const response of await Promise.all(asked)) {
      expect(response.body).toMatchObject({
        schema: 'sukoyaka-report/1',
        languages: ['en'],
        title: { en: 'Self-assessment report' },
        organisation: { name: ORGANISATION.names.en },
      });
    }
  });

  it('names the organisation in the language of the report', async () => {
    const response = await report('?format=json&languages=ja,th').expect(200);
    expect(response.body).toMatchObject({ organisation: { name: ORGANISATION.names.ja } });
  });

  it('names an organisation that has no name in that language by the English one', async () => {
    const organisation = await saveOrganisation(api);
    await withClient(api.database.adminUrl, (client) =>
      client.query('UPDATE organisation SET name_ja = NULL WHERE id = $1', [organisation]),
    );
    const other = await saveAssessment(api, organisation);
    await submit(api, other).expect(200);
    const response = await api.http.get(`${other.path}/report?format=json&languages=ja`);
    expect(response.body).toMatchObject({ organisation: { name: ORGANISATION.names.en } });
  });

  it.each(['?languages=fr', '?languages=ja,ja', '?languages=', '?format=doc', '?page=1'])(
    'refuses %s',
    async (query) => {
      expectProblem(await report(query), 400, 'REQUEST_INVALID');
    },
  );

  it('makes many at once, and answers other requests meanwhile', async () => {
    const reports = Array.from({ length: 4 }, () => report('?languages=th'));
    const live = await api.http.get('/api/health/live').expect(200);
    expect(live.body).toEqual({ status: 'live' });
    for (const { status } of await Promise.all(reports)) expect(status).toBe(200);
  });
});

describe.each(['result', 'trace', 'report'])('GET …/%s', (part) => {
  it('comes with submission', async () => {
    expectProblem(await api.http.get(`${draft.path}/${part}`), 409, 'RESULT_NOT_AVAILABLE');
  });

  it('knows no others', async () => {
    const path = scored.path.replace(scored.id, NOBODY);
    expectProblem(await api.http.get(`${path}/${part}`), 404, 'ASSESSMENT_NOT_FOUND');
    const malformed = scored.path.replace(scored.id, 'x');
    expectProblem(await api.http.get(`${malformed}/${part}`), 400, 'IDENTIFIER_MALFORMED');
  });
});
