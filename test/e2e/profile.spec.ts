import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { saveAssessment, saveOrganisation, SITE } from '../support/builders.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const PROFILE = { names: { th: 'บริษัท ตัวอย่าง จำกัด', en: 'Sample' }, country: 'TH' };
const register = (body: object) =>
  api.http.post('/api/organisations').send({ ...PROFILE, ...body });
const logged = (organisation: unknown, action: string) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT facts_before AS before, facts_after AS after FROM audit_event WHERE chain_id = $1 AND action = $2 ORDER BY sequence',
      [organisation, action],
    );
    return rows as object[];
  });

describe('the profile of an organisation', () => {
  it.each([
    [{ scheme: 'isic', code: 'C' }, 'C', 'C'],
    [{ scheme: 'isic', code: '2930' }, 'C', '2930'],
    [{ scheme: 'isic', code: 'c 10.71' }, 'C', '1071'],
    [{ scheme: 'tsic', code: '29309' }, 'C', '29309'],
    [{ scheme: 'tsic', code: '๔๗๑๑๑' }, 'G', '47111'],
    [{ scheme: 'jsic', code: '83' }, 'Q', '83'],
    [{ scheme: 'jsic', code: 'Ｐ８３' }, 'Q', '83'],
    [{ scheme: 'jsic', code: 'E' }, 'C', 'E'],
  ])(
    'takes the industry as %j, in section %s, and keeps it as %s',
    async (given, section, code) => {
      const response = await register({ industryCode: given }).expect(201);
      const industryCode = { scheme: given.scheme, code };
      expect(response.body).toMatchObject({ industry: section, industryCode });
      const [event] = await logged(bodyOf(response)['id'], 'organisation.registered');
      expect(event).toMatchObject({ after: { industryCode: code, isicSection: section } });
    },
  );

  it('has another section than the one that prevails where that is given', async () => {
    const industryCode = { scheme: 'jsic', code: 'E' };
    const ice = await register({ industryCode, industry: 'D' }).expect(201);
    expect(ice.body).toMatchObject({ industry: 'D', industryCode });
    const retail = await register({ industryCode, industry: 'G' });
    expectProblem(retail, 422, 'INDUSTRY_CONTRADICTION');
  });

  it('names the sections that a code leaves open, and asks for a finer one', async () => {
    const response = await register({ industryCode: { scheme: 'jsic', code: 'Q' } });
    const { detail } = expectProblem(response, 422, 'INDUSTRY_AMBIGUOUS');
    expect(detail).toMatch(/\(G, H, K, S\).*more digits/);
  });

  it('logs a changed code before and after, also one kept as it was typed', async () => {
    const industryCode = { scheme: 'tsic', code: '๔๗๑๙๐' };
    const id = bodyOf(await register({ industryCode }).expect(201))['id'];
    await withClient(api.database.adminUrl, (client) =>
      client.query("UPDATE organisation SET industry_code = '๔๗๑๙๐' WHERE id = $1", [id]),
    );
    const shown = await api.http.get(`/api/organisations/${String(id)}`).expect(200);
    expect(shown.body).toMatchObject({ industryCode: { code: '47190' } });
    await api.http
      .put(`/api/organisations/${String(id)}`)
      .set('If-Match', '"1"')
      .send({ ...PROFILE, industryCode: { scheme: 'tsic', code: 'G๔๗๑๑๑' } })
      .expect(200);
    expect(await logged(id, 'organisation.changed')).toEqual([
      { before: { industryCode: '47190' }, after: { industryCode: '47111' } },
    ]);
  });

  it.each([
    [{ industryCode: { scheme: 'isic', code: '9999' } }, 'INDUSTRY_UNKNOWN'],
    [{ industryCode: { scheme: 'jsic', code: 'R' } }, 'INDUSTRY_AMBIGUOUS'],
    [{ industryCode: { scheme: 'isic', code: '2930' }, industry: 'A' }, 'INDUSTRY_CONTRADICTION'],
    [
      { country: 'SG', registration: { type: 'sg-uen', number: 'nothing like it' } },
      'REGISTRATION_NUMBER_INVALID',
    ],
    [{ registration: { type: 'sg-uen', number: 'T20VC0010J' } }, 'REGISTRATION_TYPE_UNFIT'],
    [
      { group: { name: 'G', registration: { type: 'jp-corporate', number: '4011001098994' } } },
      'REGISTRATION_NUMBER_INVALID',
    ],
  ])('refuses %j', async (body, code) => {
    const problem = expectProblem(await register(body).set('Accept-Language', 'ja'), 422, code);
    expect(problem['detail']).toMatch(/[\u3040-\u30ff]/);
  });

  it.each([
    ['th', 'โปรดเลือกประเภทใดประเภทหนึ่งต่อไปนี้: th-juristic, th-community-enterprise, other'],
    ['ja', 'th-juristic, th-community-enterprise, other のいずれかを指定する'],
    ['en', 'Choose one of: th-juristic, th-community-enterprise, other'],
  ])('names, in %s, the types of registration that its country has', async (language, words) => {
    const registration = { type: 'sg-uen', number: 'T20VC0010J' };
    const response = await register({ registration }).set('Accept-Language', language);
    const { detail } = expectProblem(response, 422, 'REGISTRATION_TYPE_UNFIT');
    expect(detail).toContain(words);
  });

  it.each([
    ['TH', 'other', 'X-1'],
    ['KH', 'other', 'Co. 0123E/2015'],
    ['MY', 'my-company', 'LLP0012345-LGN'],
    ['PH', 'ph-tin', '123-456-789-000'],
  ])('may, in %s, have a registration of the type %s', async (country, type, number) => {
    await register({ country, registration: { type, number } }).expect(201);
  });

  it('may belong to a group that is registered in another country', async () => {
    const registration = { type: 'sg-uen', number: 'T20VC0010J' };
    const response = await register({ group: { name: 'Fund', registration } }).expect(201);
    expect(response.body).toMatchObject({ group: { registration } });
  });

  it('says how far a number was checked, and derives what follows', async () => {
    const response = await register({
      country: 'JP',
      registration: { type: 'jp-corporate', number: '4011 0010 98993' },
      industryCode: { scheme: 'isic', code: '2930' },
      employees: 301,
      ownership: 'japanese-affiliate',
      group: { name: 'Sample Group', registration: { type: 'other', number: 'X-1' } },
    }).expect(201);
    expect(response.body).toMatchObject({
      registration: { type: 'jp-corporate', number: '4011001098993', check: 'check-digit' },
      sizeClass: '300-999',
      japaneseDivision: 'large',
      japaneseDivisionYear: 2026,
      ownershipGroup: 'japanese-affiliated',
      group: { name: 'Sample Group', registration: { number: 'X-1', check: 'none' } },
    });
    const small = await register({ industry: 'C', employees: 300, ownership: 'state-owned' });
    expect(small.body).toMatchObject({
      sizeClass: '300-999',
      japaneseDivision: 'sme',
      ownershipGroup: 'domestic',
      group: null,
    });
    const bare = await register({});
    expect(bare.body).toMatchObject({
      sizeClass: null,
      japaneseDivision: 'unknown',
      ownershipGroup: null,
      industry: null,
    });
  });

  it('keeps in the log what changed, before and after', async () => {
    const id = bodyOf(await register({ employees: 10 }).expect(201))['id'];
    const change = { ...PROFILE, names: { en: 'Renamed' }, employees: 12 };
    await api.http
      .put(`/api/organisations/${String(id)}`)
      .set('If-Match', '"1"')
      .send(change)
      .expect(200);
    expect(await logged(id, 'organisation.changed')).toEqual([
      {
        before: { nameTh: 'บริษัท ตัวอย่าง จำกัด', nameEn: 'Sample', employees: 10 },
        after: { nameTh: null, nameEn: 'Renamed', employees: 12 },
      },
    ]);
  });

  it('keeps in the log as which company the parent is known', async () => {
    const parent = (number: string) => ({
      group: { name: 'Sample Group', registration: { type: 'jp-corporate', number } },
    });
    const id = bodyOf(await register(parent('4011001098993')).expect(201))['id'];
    expect(await logged(id, 'organisation.registered')).toMatchObject([
      {
        after: { groupRegistrationType: 'jp-corporate', groupRegistrationNumber: '4011001098993' },
      },
    ]);
    await api.http
      .put(`/api/organisations/${String(id)}`)
      .set('If-Match', '"1"')
      .send({ ...PROFILE, ...parent('7010 7050 00725') })
      .expect(200);
    expect(await logged(id, 'organisation.changed')).toEqual([
      {
        before: { groupRegistrationNumber: '4011001098993' },
        after: { groupRegistrationNumber: '7010705000725' },
      },
    ]);
  });

  it('may bear a name that the log cannot keep', async () => {
    const response = await register({ names: { en: 'write to a@example.com' } }).expect(201);
    const [event] = await logged(bodyOf(response)['id'], 'organisation.registered');
    expect(JSON.stringify(event)).not.toContain('example.com');
  });

  it('is listed among one’s own, with the role', async () => {
    const person = await api.signIn();
    const organisation = await saveOrganisation(api);
    expect((await person.http.get('/api/organisations')).body).toEqual({
      organisations: [],
      next: null,
    });
    await withClient(api.database.adminUrl, (client) =>
      client.query(
        "INSERT INTO membership (organisation_id, person_id, role) VALUES ($1, $2, 'reviewer')",
        [organisation, person.id],
      ),
    );
    const own = await person.http.get('/api/organisations').expect(200);
    expect(own.body).toMatchObject({ organisations: [{ id: organisation, role: 'reviewer' }] });
    expectProblem(await api.anonymous.get('/api/organisations'), 401, 'SIGN_IN_REQUIRED');
  });
});

describe('a site', () => {
  it('has a place, and stays while answers of a draft are given for it', async () => {
    const assessment = await saveAssessment(api);
    const sites = `/api/organisations/${assessment.organisation}/sites`;
    const site = bodyOf(
      await api.http
        .post(sites)
        .send({ ...SITE, place: 'ระยอง' })
        .expect(201),
    );
    expect(site).toMatchObject({ place: 'ระยอง' });
    const { sections } = bodyOf(await api.http.get('/api/surveys/jp-hpm-large/2026')) as {
      sections: { id: string; questions: { id: string; perSite?: boolean }[] }[];
    };
    const [section] = sections.filter(({ questions }) => questions.some((each) => each.perSite));
    const question = section?.questions.find((each) => each.perSite)?.id ?? '';
    const save = (version: number, answers: object) =>
      api.http
        .put(`${assessment.path}/sections/${section?.id}`)
        .set('If-Match', `"${version}"`)
        .send({ answers });
    await save(0, { [question]: { sites: { [String(site['id'])]: 'yes' } } }).expect(200);
    const remove = () => api.http.delete(`${sites}/${String(site['id'])}`).set('If-Match', '"1"');
    const problem = expectProblem(await remove(), 409, 'SITE_IN_USE');
    expect(problem['detail']).toContain(question);
    await save(1, {}).expect(200);
    await remove().expect(204);
    const unknown = await save(2, {
      [question]: { sites: { [String(site['id'])]: 'yes' } },
    }).expect(200);
    expect(bodyOf(unknown)['problems']).toEqual([
      expect.objectContaining({ question, severity: 'error' }),
    ]);
  });
});
