import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '@sukoyaka/contract';
import fc from 'fast-check';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { askables, type SavedAssessment, saveAssessment, submit } from '../support/builders.js';
import { breakOff } from '../support/raw-request.js';

let api: RunningApi;
let assessment: SavedAssessment;
beforeAll(async () => {
  api = await startApi();
  assessment = await saveAssessment(api);
});
afterAll(() => api.stop());

const postRaw = (body: string | Buffer, type = 'application/json') =>
  api.http.post('/api/organisations').set('Content-Type', type).serialize(String).send(body);

/** Sends these bytes, and gives back all that comes until the server hangs up. */
const sendRaw = (bytes: string, url = api.url) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('close', () => resolve(text)).on('error', reject);
  });

/** About whose end a proxy and this server might disagree. */
const SMUGGLING = 'POST /api/sign-ups HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';

describe('a body', () => {
  it.each<[string, number, string]>([
    ['{', 400, 'BODY_NOT_JSON'],
    ['{"names": }', 400, 'BODY_NOT_JSON'],
    ['{"names": {"en": "\\ud800"}, "country": "TH"}', 400, 'TEXT_NOT_STORABLE'],
    ['{"names": {"en": "a\\u0000"}, "country": "TH"}', 400, 'TEXT_NOT_STORABLE'],
    ['{"employees": 1e999}', 400, 'NUMBER_NOT_STORABLE'],
    ['{"employees": 123456789012345678901234567890}', 400, 'NUMBER_NOT_STORABLE'],
    ['{"__proto__": {"x": 1}}', 400, 'REQUEST_INVALID'],
    ['{"constructor": 1}', 400, 'REQUEST_INVALID'],
    ['{"country": "TH", "country": "JP"}', 400, 'KEY_TWICE'],
    ['[]', 400, 'REQUEST_INVALID'],
    ['null', 400, 'REQUEST_INVALID'],
    ['"x"', 400, 'REQUEST_INVALID'],
    ['', 400, 'REQUEST_INVALID'],
    ['['.repeat(100_000), 400, 'BODY_NOT_JSON'],
    [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400, 'BODY_TOO_DEEP'],
    [`{"names": "${'x'.repeat(1_100_000)}"}`, 413, 'BODY_TOO_LARGE'],
  ])('that is wrong in one way or another is refused', async (body, status, code) => {
    expectProblem(await postRaw(body), status, code);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'x'])(
    'of type %s is refused',
    async (type) => {
      expectProblem(await postRaw('names=x', type), 415, 'MEDIA_TYPE_UNSUPPORTED');
    },
  );

  it.each(['utf-16', '"utf-16le"', 'iso-8859-1', 'x'])(
    'of JSON in %s is refused, and in UTF-8 read',
    async (charset) => {
      const inCharset = (name: string) => postRaw('{}', `application/json; charset=${name}`);
      expectProblem(await inCharset(charset), 415, 'MEDIA_TYPE_UNSUPPORTED');
      expectProblem(await inCharset('"UTF-8"'), 400, 'REQUEST_INVALID');
    },
  );

  it('that is compressed is refused as such', async () => {
    const post = api.http.post('/api/organisations').set('Content-Encoding', 'gzip');
    expectProblem(await post.send({ names: {} }), 415, 'ENCODING_UNSUPPORTED');
    const plain = api.http.post('/api/organisations').set('Content-Encoding', 'identity');
    expectProblem(await plain.send({ names: {} }), 400, 'REQUEST_INVALID');
  });

  it('that is not UTF-8 is refused', async () => {
    const response = await fetch(`${api.url}/api/organisations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    });
    expect(await response.json()).toMatchObject({ code: 'BODY_NOT_JSON', status: 400 });
  });

  it('of any JSON never breaks the service', async () => {
    const [{ section } = { section: '' }] = askables();
    const put = api.http.put.bind(api.http, `${assessment.path}/sections/${section}`);
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), async (json) => {
        const body = await put()
          .set('If-Match', '"0"')
          .set('Content-Type', 'application/json')
          .send(`{"answers": ${json}}`);
        expect(body.status).toBeLessThan(500);
        expect((await postRaw(json)).status).toBeLessThan(500);
      }),
      { numRuns: 40 },
    );
  });

  it('with any value as an answer is saved or refused, then judged', async () => {
    const [{ section, question } = { section: '', question: '' }] = askables();
    const fresh = await saveAssessment(api);
    let version = 0;
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (value) => {
        const response = await api.http
          .put(`${fresh.path}/sections/${section}`)
          .set('If-Match', `"${version}"`)
          .send({ answers: { [question]: value } });
        expect([200, 400]).toContain(response.status);
        if (response.status === 200) version += 1;
        const judged = await api.http.post(`${fresh.path}/validate`);
        expect(judged.status).toBe(200);
      }),
      { numRuns: 40 },
    );
    expect((await submit(api, fresh)).status).toBeLessThan(500);
  });
});

describe('a field that breaks its rule', () => {
  it.each([
    ['en', /from 1 to 10,?000,?000/, /one of: A, B, C/, /1 to 150 characters/],
    ['ja', /1〜10,?000,?000の整数/, /A, B, C/, /150/],
    ['th', /1 ถึง 10,?000,?000/, /A, B, C/, /150/],
  ])('is told what may stand there, in %s', async (language, employees, industry, name) => {
    const body = { names: { en: 'x'.repeat(151) }, country: 'TH', industry: 'Z', employees: -1 };
    const post = api.http.post('/api/organisations').set('Accept-Language', language);
    const { errors } = expectProblem(await post.send(body), 400, 'REQUEST_INVALID');
    const details = Object.fromEntries(
      (errors as { pointer: string; detail: string }[]).map((each) => [each.pointer, each.detail]),
    );
    expect(details['/employees']).toMatch(employees);
    expect(details['/industry']).toMatch(industry);
    expect(details['/names/en']).toMatch(name);
  });
});

describe('a request that the server cannot read', () => {
  it.each([
    ['FOO / HTTP/1.1\r\nHost: localhost\r\nAccept-Language: th\r\n\r\n', 400, 'th'],
    ['no http at all\r\n\r\n', 400, 'en'],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'en'],
    ['GET / HTTP/1.1\r\nAccept-Language: ja\r\nConnection: close\r\n\r\n', 400, 'ja'],
    ['GET / HTTP/1.1\r\nHost: localhost\r\nHost: a\r\nConnection: close\r\n\r\n', 400, 'en'],
    ['CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\nAccept-Language: th\r\n\r\n', 400, 'th'],
    [`${SMUGGLING}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n`, 400, 'en'],
    [`${SMUGGLING}Content-Length: 4\r\nContent-Length: 5\r\n\r\n`, 400, 'en'],
    [`${SMUGGLING}Transfer-Encoding: chunked, identity\r\n\r\n`, 400, 'en'],
    [`${SMUGGLING}Transfer-Encoding : chunked\r\n\r\n`, 400, 'en'],
    [`${SMUGGLING}X: a\nContent-Length: 4\r\n\r\n`, 400, 'en'],
    ['GET http://a/api HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400, 'en'],
    ['GET http://localhost/no HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 404, 'en'],
    ['GET /no HTTP/1.1\r\nHost: localhost\r\nExpect: x\r\nConnection: close\r\n\r\n', 404, 'en'],
  ])('is answered by a problem all the same', async (text, status, language) => {
    const [head = '', body = ''] = (await sendRaw(text)).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    const headers = head.toLowerCase();
    expect(headers).toContain('content-type: application/problem+json');
    expect(headers).toContain('x-content-type-options: nosniff');
    expect(headers).toContain(`content-language: ${language}`);
    expect(JSON.parse(body)).toMatchObject({ status, correlationId: expect.any(String) });
  });
});

describe('a client that breaks off', () => {
  it.each(['CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n', 'GET /api HTTP/1.1\r\nHost'])(
    'in the middle of it takes nobody else along',
    async (text) => {
      await Promise.all(Array.from({ length: 20 }, () => breakOff(api.url, text)));
      await api.http.get('/api/surveys').expect(200);
    },
  );
});

describe('an address', () => {
  it.each([
    ['/api/nothing', 404, 'ROUTE_NOT_FOUND'],
    ['/nothing', 404, 'ROUTE_NOT_FOUND'],
    ['/api/organisations/%zz', 400, 'REQUEST_MALFORMED'],
    ['/api/organisations/%00', 400, 'IDENTIFIER_MALFORMED'],
    [`/api/organisations/${'a'.repeat(500)}`, 414, 'ADDRESS_TOO_LONG'],
    ["/api/organisations/1' OR '1'='1", 400, 'IDENTIFIER_MALFORMED'],
  ])('that leads nowhere is answered by a problem', async (path, status, code) => {
    const response = await api.http.get(path);
    expectProblem(response, status, code);
    expect(response.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });
});

describe('a method that an address does not know', () => {
  it.each([
    ['patch', '/api/sign-ups', 'POST'],
    ['delete', '/api/organisations/anything', 'GET, HEAD, PUT'],
    ['post', '/api/health/live', 'GET, HEAD'],
    ['options', '/api/surveys?x=1', 'GET, HEAD'],
  ] as const)('is refused with those that it knows: %s %s', async (method, path, known) => {
    const response = await api.http[method](path).set('Accept-Language', 'ja');
    const { detail } = expectProblem(response, 405, 'METHOD_NOT_ALLOWED');
    expect(response.headers['allow']).toBe(known);
    expect(detail).toContain(known);
  });

  it('is told from an address that leads nowhere', async () => {
    expectProblem(await api.http.put('/api/organisation'), 404, 'ROUTE_NOT_FOUND');
    expectProblem(await api.http.patch('/api/organisations/a/b'), 404, 'ROUTE_NOT_FOUND');
  });
});

describe('a request from elsewhere', () => {
  it('by another name of this computer is refused', async () => {
    const response = await api.http.get('/api/surveys').set('Host', 'evil.example');
    expectProblem(response, 403, 'HOST_NOT_ALLOWED');
    await api.http.get('/api/health/live').set('Host', 'localhost:3000').expect(200);
  });

  it('is counted where it comes from, whatever it says of itself where no proxy is trusted', async () => {
    const left = async (headers: Readonly<Record<string, string>>) => {
      const response = await api.anonymous.get('/api/surveys').set(headers).expect(200);
      return Number(/"address";r=(\d+)/.exec(response.headers['ratelimit'] ?? '')?.[1]);
    };
    const before = await left({});
    const claims = {
      Forwarded: 'for=198.51.100.7;host=evil.example;proto=https',
      'X-Forwarded-For': '198.51.100.7',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Real-IP': '198.51.100.7',
    };
    expect(await left(claims)).toBe(before - 1);
  });

  it('by a page of another site may not change anything', async () => {
    const post = api.http.post('/api/organisations').set('Sec-Fetch-Site', 'cross-site');
    expectProblem(await post.send({ names: { en: 'x' } }), 403, 'CROSS_SITE_REQUEST');
    const origin = api.http.post('/api/organisations').set('Origin', 'https://evil.example');
    expectProblem(await origin.send({ names: { en: 'x' } }), 403, 'CROSS_SITE_REQUEST');
  });
});

describe('an answer', () => {
  it('carries security headers', async () => {
    const { headers } = await api.http.get('/api/health/live').expect(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
      ]),
    );
    expect(policy.join()).not.toMatch(/https?:/);
  });

  it('lets no page of another origin read it', async () => {
    const origin = { Origin: 'https://evil.example' };
    const asked = [
      api.http.get('/api/organisations').set(origin),
      api.http.get('/api/health/live').set(origin),
      api.http
        .options('/api/organisations')
        .set({ ...origin, 'Access-Control-Request-Method': 'POST' }),
    ];
    for (const { headers } of await Promise.all(asked)) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('asks browsers to come encrypted from now on, where the service is reached so', async () => {
    const asked = ['GET /api/health/live HTTP/1.1', 'GET /api/organisations/%zz HTTP/1.1', 'FOO /'];
    const request = (line: string) => `${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    for (const line of asked)
      expect(await sendRaw(request(line))).not.toMatch(/strict-transport-security/i);
    const encrypted = await startApi({ origin: 'https://sukoyaka.example.org' });
    for (const line of asked) {
      expect(await sendRaw(request(line), encrypted.url)).toMatch(
        /^strict-transport-security: max-age=63072000; ?includeSubDomains\r$/im,
      );
    }
    await encrypted.stop();
  });

  it.each([
    ['th-TH,th;q=0.9,en;q=0.8', 'th'],
    ['fr, ja;q=0.4, th;q=0.3', 'ja'],
    ['fr', 'en'],
    [undefined, 'en'],
  ])('to a reader of %s is in %s', async (accept, language) => {
    const get = api.http.get('/api/nothing');
    const response = await (accept === undefined ? get : get.set('Accept-Language', accept));
    expect(response.headers['content-language']).toBe(language);
    expect(response.headers['vary']).toContain('Accept-Language');
  });

  it('is never logged with what was sent', async () => {
    const [{ section, question } = { section: '', question: '' }] = askables();
    const fresh = await saveAssessment(api);
    const secret = 'something-told-in-confidence';
    await api.http
      .put(`${fresh.path}/sections/${section}`)
      .set('If-Match', '"0"')
      .send({ answers: { [question]: secret } })
      .expect(200);
    await postRaw(`{"names": {"en": "${secret}\\u0000"}}`);
    expect(api.log.length).toBeGreaterThan(0);
    expect(api.log.join('\n')).not.toContain(secret);
  });
});

describe('GET /api/problems', () => {
  it('describes every problem in the language of the reader', async () => {
    const response = await api.http.get('/api/problems').set('Accept-Language', 'ja').expect(200);
    const { problems } = response.body as { problems: { code: string; title: string }[] };
    expect(problems.map(({ code }) => code)).toEqual(Object.keys(PROBLEMS));
    for (const { title } of problems) expect(title).toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });

  it('describes one, and knows no others', async () => {
    const response = await api.http.get('/api/problems/VERSION_CONFLICT').expect(200);
    expect(bodyOf(response)).toMatchObject({ status: 412 });
    expectProblem(await api.http.get('/api/problems/toString'), 404, 'ROUTE_NOT_FOUND');
  });
});
