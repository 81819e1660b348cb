import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { NOBODY, ORGANISATION, saveOrganisation } from '../support/builders.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const stored = (id: string) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query('SELECT * FROM organisation WHERE id = $1', [id]);
    return rows[0] as Record<string, unknown> | undefined;
  });

describe('POST /api/organisations', () => {
  const post = (body: object) => api.http.post('/api/organisations').send(body);

  it('creates an organisation and says where it is', async () => {
    const response = await post(ORGANISATION).expect(201);
    const id = String(bodyOf(response)['id']);
    expect(response.headers).toMatchObject({ location: `/api/organisations/${id}`, etag: '"1"' });
    expect(response.body).toMatchObject({
      ...ORGANISATION,
      registration: { type: 'th-juristic', number: '0105536000313' },
      synthetic: false,
      version: 1,
    });
    expect(await stored(id)).toMatchObject({
      name_th: ORGANISATION.names.th,
      registration_number: '0105536000313',
      is_synthetic: false,
    });
  });

  it('needs a name in one language only', async () => {
    const response = await post({ names: { th: ' ร้านยา ' }, country: 'TH' }).expect(201);
    expect(response.body).toMatchObject({ names: { th: 'ร้านยา', ja: null, en: null } });
    expectProblem(await post({ names: {}, country: 'TH' }), 400, 'NAME_MISSING');
  });

  it('names every field that is wrong', async () => {
    const body = { names: { th: '', xx: 'y' }, country: 'th', employees: 1.5, ownership: 'mine' };
    const { errors } = expectProblem(await post({ ...body, sector: 1 }), 400, 'REQUEST_INVALID');
    const faults = (errors as { pointer: string; code: string }[]).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
    expect(faults.sort()).toEqual([
      '/country country',
      '/employees whole-number',
      '/names/th text',
      '/names/xx unknown-field',
      '/ownership one-of',
      '/sector unknown-field',
    ]);
  });

  it.each([
    ['th', 'ต้องระบุข้อมูลนี้', 'คำขอไม่ถูกต้อง'],
    ['ja', 'この項目は必須です。', 'リクエストの内容に誤りがあります'],
    ['en', 'This is missing.', 'The request is not valid'],
  ])('says so in %s', async (language, detail, title) => {
    const response = await post({ names: { en: 'X' } }).set('Accept-Language', language);
    const problem = expectProblem(response, 400, 'REQUEST_INVALID');
    expect(problem).toMatchObject({ title, errors: [{ pointer: '/country', detail }] });
    expect(response.headers['content-language']).toBe(language);
  });

  it.each([
    ['th', 'ต้องเป็นรหัสประเทศที่กำหนดไว้ใน ISO 3166-1', 'โปรดตรวจสอบรหัสและแก้ไข'],
    ['ja', 'ISO 3166-1で国に割り当てられているコード', '誤りがないかご確認ください'],
    ['en', 'This must be the code that ISO 3166-1 assigns', 'Look up the code and correct it'],
  ])(
    'names, in %s, a country that there is not, and what to do',
    async (language, rule, remedy) => {
      for (const country of ['ZZ', 'XK', 'UK']) {
        const response = await post({ ...ORGANISATION, country }).set('Accept-Language', language);
        const { errors } = expectProblem(response, 400, 'REQUEST_INVALID');
        expect(errors).toEqual([
          { pointer: '/country', code: 'country', detail: expect.stringContaining(rule) },
        ]);
        expect(JSON.stringify(errors)).toContain(remedy);
      }
    },
  );

  it.each([
    ['th-juristic', '4011001098993', 'begins with a digit', 'TH'],
    ['jp-corporate', '4011001098994', 'check digit', 'JP'],
    ['jp-corporate', '401100109899', 'number of digits', 'JP'],
    ['jp-corporate', '4011001O98993', 'never have', 'JP'],
  ])('refuses the %s number %s and says why', async (type, number, words, country) => {
    const response = await post({ ...ORGANISATION, country, registration: { type, number } });
    const { detail } = expectProblem(response, 422, 'REGISTRATION_NUMBER_INVALID');
    expect(detail).toContain(words);
  });

  it('takes Thai digits in a registration number', async () => {
    const registration = { type: 'th-juristic', number: '๐-๑๐๕๕-๓๖๐๐๐-๓๑-๓' };
    const response = await post({ ...ORGANISATION, registration }).expect(201);
    expect(response.body).toMatchObject({ registration: { number: '0105536000313' } });
  });
});

describe('GET /api/organisations/:id', () => {
  it('shows what was created', async () => {
    const id = await saveOrganisation(api);
    const response = await api.http.get(`/api/organisations/${id.toUpperCase()}`).expect(200);
    expect(response.body).toMatchObject({ id, names: ORGANISATION.names });
    expect(response.headers['etag']).toBe('"1"');
  });

  it('knows no others', async () => {
    expectProblem(
      await api.http.get(`/api/organisations/${NOBODY}`),
      404,
      'ORGANISATION_NOT_FOUND',
    );
    expectProblem(await api.http.get('/api/organisations/1'), 400, 'IDENTIFIER_MALFORMED');
  });
});

describe('PUT /api/organisations/:id', () => {
  const put = (id: string, version: string | undefined, body: object = ORGANISATION) => {
    const request = api.http.put(`/api/organisations/${id}`).send(body);
    return version === undefined ? request : request.set('If-Match', version);
  };

  it('replaces what is still of the version that was read', async () => {
    const id = await saveOrganisation(api);
    const changed = { names: { en: 'Renamed' }, country: 'VN' };
    const response = await put(id, '"1"', changed).expect(200);
    expect(response.headers['etag']).toBe('"2"');
    expect(response.body).toMatchObject({ country: 'VN', industry: null, version: 2 });
    expect(await stored(id)).toMatchObject({ name_en: 'Renamed', name_th: null, version: 2 });
  });

  it('leaves no registration of another country behind when the country changes', async () => {
    const id = await saveOrganisation(api);
    const moved = { ...ORGANISATION, country: 'SG' };
    const problem = expectProblem(await put(id, '"1"', moved), 422, 'REGISTRATION_TYPE_UNFIT');
    expect(problem['detail']).toContain('Choose one of: sg-uen, other');
    expect(await stored(id)).toMatchObject({ country: 'TH', version: 1 });
    const registration = { type: 'sg-uen', number: 'T20VC0010J' };
    await put(id, '"1"', { ...moved, registration }).expect(200);
    expect(await stored(id)).toMatchObject({ country: 'SG', registration_type: 'sg-uen' });
  });

  it('refuses to overwrite what somebody else has changed, and shows it', async () => {
    const id = await saveOrganisation(api);
    await put(id, '"1"', { ...ORGANISATION, employees: 500 }).expect(200);
    const problem = expectProblem(await put(id, '"1"'), 412, 'VERSION_CONFLICT');
    expect(problem).toMatchObject({
      yours: { version: 1 },
      current: { version: 2, employees: 500 },
    });
  });

  it.each([
    [undefined, 428, 'VERSION_REQUIRED'],
    ['*', 400, 'IF_MATCH_INVALID'],
    ['"99999999999"', 400, 'IF_MATCH_INVALID'],
    ['W/"1"', 400, 'IF_MATCH_INVALID'],
  ])('with If-Match %s answers %i', async (version, status, code) => {
    const id = await saveOrganisation(api);
    expectProblem(await put(id, version), status, code);
    expect(await stored(id)).toMatchObject({ version: 1 });
  });

  it('knows no others', async () => {
    expectProblem(await put(NOBODY, '"1"'), 404, 'ORGANISATION_NOT_FOUND');
  });
});
