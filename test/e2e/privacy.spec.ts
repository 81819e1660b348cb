import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addresseeMark, tokenHash } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import {
  bodyOf,
  expectProblem,
  httpOf,
  type RunningApi,
  type SignedIn,
  startApi,
} from '../support/api.js';
import {
  type SavedAssessment,
  saveAssessment,
  saveOrganisation,
  submit,
} from '../support/builders.js';
import { inDays, newOwner, scoredOf } from '../support/grants.js';
import { mailsTo, newAddress } from '../support/mailbox.js';
import { makePerson, makeSession } from '../support/people.js';
import { tracesOf } from '../support/traces.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const query = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

const erase = (person: SignedIn, email = person.email, leaving?: readonly string[]) =>
  person.http.delete('/api/me').send({ email, leaving });

/** The owner of an organisation that has no other. */
async function ownerAlone(organisation: string): Promise<SignedIn> {
  const owner = await api.signIn({ memberOf: { organisation, role: 'owner' } });
  const statement = 'DELETE FROM membership WHERE organisation_id = $1 AND person_id = $2';
  await query(statement, [organisation, api.person.id]);
  return owner;
}

/** Somebody of whom something is kept in every place where anything can be. */
async function knownEverywhere(
  organisation: string,
): Promise<SignedIn & { readonly name: string }> {
  const [email, name] = [newAddress(), `Quagmire ${randomUUID()}`];
  const memberOf = { organisation, role: 'owner' } as const;
  const person = await api.signIn({ email, name, role: 'ministry-analyst', memberOf });
  const [elsewhere, mark] = [await saveOrganisation(api), addresseeMark(api.config.keyring, email)];
  const of = (statement: string, ...values: readonly unknown[]) => query(statement, values);
  await of("INSERT INTO password_credential (person_id, hash) VALUES ($1, 'x')", person.id);
  await of("INSERT INTO totp_credential (person_id, sealed_secret) VALUES ($1, 'x')", person.id);
  await of("INSERT INTO recovery_code (person_id, code_hash) VALUES ($1, 'x')", person.id);
  await of(
    `INSERT INTO passkey (person_id, id, credential_id, public_key, counter, transports, is_backed_up, label)
     VALUES ($1, gen_random_uuid(), $2, 'k', 0, '{}', false, $3)`,
    person.id,
    email,
    `Key of ${name}`,
  );
  await of(
    "INSERT INTO external_identity (person_id, id, provider, subject) VALUES ($1, gen_random_uuid(), 'example.org', $2)",
    person.id,
    email,
  );
  await of(
    `INSERT INTO one_time_link (token_hash, purpose, email, name, language, expires_at)
     VALUES ($1, 'sign-up', $2, $3, 'th', now() + interval '1 day')`,
    randomUUID(),
    email,
    name,
  );
  await of(
    `INSERT INTO staff_invitation (id, token_hash, email, language, role, expires_at, accepted_at, accepted_by)
     VALUES (gen_random_uuid(), $1, $2, 'th', 'operator', now() + interval '1 day', now(), $3)`,
    randomUUID(),
    email,
    person.id,
  );
  await of(
    `INSERT INTO outbox_mail (id, kind, sealed_message, addressee, next_attempt_at)
     VALUES (gen_random_uuid(), 'sign-up', 'sealed', $1, now() + interval '1 day')`,
    mark,
  );
  const invitation = { email, role: 'editor', language: 'th' };
  const path = `/api/organisations/${elsewhere}/invitations`;
  await api.http.post(path).send(invitation).expect(201);
  return { ...person, name };
}

async function reported(assessment: SavedAssessment) {
  const report = await api.http.get(`${assessment.path}/report?format=json`).expect(200);
  const result = await api.http.get(`${assessment.path}/result`).expect(200);
  return JSON.stringify([report.body, result.body]);
}

describe('GET /api/me/export', () => {
  it('gives all that is kept of oneself as a file, without secrets', async () => {
    const organisation = await saveOrganisation(api);
    const person = await knownEverywhere(organisation);
    const consent = {
      kind: 'participation',
      decision: 'given',
      textVersion: '1.0',
      language: 'th',
    };
    await person.http.post(`/api/organisations/${organisation}/consents`).send(consent).expect(201);
    const response = await person.http.get('/api/me/export').expect(200);
    expect(response.headers['content-disposition']).toMatch(
      /^attachment; filename="[\w-]+\.json"$/,
    );
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.body).toMatchObject({
      profile: { id: person.id, email: person.email, name: person.name, timeZone: 'Asia/Bangkok' },
      roles: [{ role: 'ministry-analyst', countries: ['TH'] }],
      memberships: [{ organisationId: organisation, role: 'owner', nameEn: 'Sample Co., Ltd.' }],
      sessions: [{ userAgent: 'test', stage: 'full' }],
      passwords: [{ changedAt: expect.any(String) }],
      authenticatorApps: [{}],
      recoveryCodes: [{ usedAt: null }],
      passkeys: [{ label: `Key of ${person.name}` }],
      externalIdentities: [{ provider: 'example.org', subject: person.email }],
      links: [{ purpose: 'sign-up' }],
      invitationsReceived: [{ role: 'editor', acceptedAt: null, nameJa: '見本株式会社' }],
      staffInvitationsReceived: [{ role: 'operator' }],
      mails: expect.arrayContaining([expect.objectContaining({ kind: 'sign-up', sentAt: null })]),
      consentsRecorded: [{ organisationId: organisation, kind: 'participation', language: 'th' }],
      actions: [{ organisationId: organisation, action: 'consent.given', times: 1 }],
    });
    expect(response.text).not.toContain(tokenHash(person.sessionToken));
    expect(response.text).not.toMatch(/"(hash|sealedSecret|tokenHash|publicKey|codeHash)"/i);
    const again = await person.http.get('/api/me/export').expect(200);
    expect(bodyOf(again)['events']).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: 'person.data-exported' })]),
    );
  });

  it('holds nothing of anybody else', async () => {
    const other = await knownEverywhere(await saveOrganisation(api));
    const person = await api.signIn({
      memberOf: { organisation: await saveOrganisation(api), role: 'editor' },
    });
    const { text } = await person.http.get('/api/me/export').expect(200);
    for (const theirs of [other.id, other.email, other.name, api.person.id]) {
      expect(text).not.toContain(theirs);
    }
    expectProblem(await api.anonymous.get('/api/me/export'), 401, 'SIGN_IN_REQUIRED');
  });

  it('is given by the database to the person alone', async () => {
    const [person, other] = [await api.signIn(), await api.signIn()];
    await withClient(api.database.appUrl, async (client) => {
      await client.query("SELECT set_config('app.person', $1, false)", [other.id]);
      const { rows } = await client.query("SELECT personal_data($1, '') AS data", [person.id]);
      expect(rows).toEqual([{ data: null }]);
      const erasing = client.query("SELECT erase_person($1, '', '{}')", [person.id]);
      await expect(erasing).rejects.toMatchObject({ code: '42501' });
      const removing = client.query('SELECT remove_person($1)', [other.id]);
      await expect(removing).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('DELETE /api/me', () => {
  it('leaves no trace of name and address, and every score as it was', async () => {
    const organisation = await saveOrganisation(api);
    const assessment = await saveAssessment(api, organisation);
    const person = await knownEverywhere(organisation);
    const consents = `/api/organisations/${organisation}/consents`;
    const consent = { kind: 'publication', decision: 'given', textVersion: '1.0', language: 'ja' };
    await person.http.post(consents).send(consent).expect(201);
    await submit({ ...api, http: person.http }, assessment).expect(200);
    const before = await reported(assessment);
    expect(await tracesOf(api.database.adminUrl, [person.email, person.name])).toEqual(
      expect.arrayContaining(['person.email', 'person.name', 'invitation.email', 'passkey.label']),
    );

    const response = await erase(person).expect(204);

    expect(await tracesOf(api.database.adminUrl, [person.email, person.name])).toEqual([]);
    expect(await reported(assessment)).toBe(before);
    expect(response.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-sukoyaka=;/)]);
    expectProblem(await person.http.get('/api/me'), 401, 'SIGN_IN_REQUIRED');
    const history = bodyOf(await api.http.get(consents).expect(200));
    expect(history).toMatchObject({
      consents: [{}, { state: 'given', history: [{ by: { id: person.id, name: null } }] }],
    });
    const left = await query<{ tables: string[] }>(
      `SELECT array_agg(t) AS tables FROM (
         SELECT 'session' AS t FROM session WHERE person_id = $1
         UNION SELECT 'membership' FROM membership WHERE person_id = $1
         UNION SELECT 'platform_role' FROM platform_role WHERE person_id = $1
         UNION SELECT 'password_credential' FROM password_credential WHERE person_id = $1
         UNION SELECT 'totp_credential' FROM totp_credential WHERE person_id = $1
         UNION SELECT 'recovery_code' FROM recovery_code WHERE person_id = $1
         UNION SELECT 'passkey' FROM passkey WHERE person_id = $1
         UNION SELECT 'external_identity' FROM external_identity WHERE person_id = $1) AS kept`,
      [person.id],
    );
    expect(left).toEqual([{ tables: null }]);
  });

  it('mails a last message, voids what was under way, and is noted where it matters', async () => {
    const organisation = await saveOrganisation(api);
    const person = await knownEverywhere(organisation);
    await erase(person).expect(204);
    const mark = addresseeMark(api.config.keyring, person.email);
    const mails = await query('SELECT kind FROM outbox_mail WHERE addressee = $1', [mark]);
    expect(mails).toEqual([{ kind: 'account-erased' }]);
    const [mail] = await mailsTo(api, person.email);
    expect(mail?.text).toContain(person.name);
    const open = await query(
      "SELECT FROM invitation WHERE email = 'removed' AND accepted_at IS NULL AND revoked_at IS NULL",
    );
    expect(open).toEqual([]);
    const events = await query<{ chain: string; action: string }>(
      `SELECT chain_id AS chain, action FROM audit_event
       WHERE object_id = $1 AND actor_id::text = $1 AND action <> 'member.joined' ORDER BY action`,
      [person.id],
    );
    expect(events).toEqual([
      { chain: organisation, action: 'member.left' },
      { chain: person.id, action: 'person.erased' },
      { chain: '00000000-0000-0000-0000-000000000000', action: 'person.role-withdrawn' },
    ]);
  });

  it('makes room for another person with the same address', async () => {
    const person = await api.signIn({ email: newAddress() });
    await erase(person).expect(204);
    const another = await makePerson(api.database.adminUrl, { email: person.email });
    const http = httpOf(api.url, { cookie: another.cookie });
    expect((await http.get('/api/me').expect(200)).body).toMatchObject({ email: person.email });
    const { text } = await http.get('/api/me/export').expect(200);
    expect(text).not.toContain(person.id);
  });

  it('takes a fresh sign-in and the own address', async () => {
    const person = await api.signIn();
    const stale = await makeSession(api.database.adminUrl, person.id, { minutesOld: 16 });
    const http = httpOf(api.url, { cookie: stale.cookie });
    expectProblem(await erase({ ...person, http }), 403, 'CONFIRMATION_REQUIRED');
    expectProblem(await erase(person, api.person.email), 422, 'ERASURE_NOT_CONFIRMED');
    expectProblem(await person.http.delete('/api/me'), 400, 'REQUEST_INVALID');
    await person.http.get('/api/me').expect(200);
    await erase(person, ` ${person.email.toUpperCase()} `).expect(204);
  });

  it('is refused to the last owner, naming the organisations, and of two at once to one', async () => {
    const organisation = await saveOrganisation(api);
    const memberOf = { organisation, role: 'owner' } as const;
    const [one, two] = [await api.signIn({ memberOf }), await api.signIn({ memberOf })];
    await query('DELETE FROM membership WHERE organisation_id = $1 AND person_id = $2', [
      organisation,
      api.person.id,
    ]);
    const answers = await Promise.all([erase(one), erase(two)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expectProblem(refused, 409, 'LAST_MEMBER');
    const owners = await query('SELECT person_id FROM membership WHERE organisation_id = $1', [
      organisation,
    ]);
    expect(owners).toHaveLength(1);
  });

  it('is refused to the last owner of others, also where they say that they are leaving', async () => {
    const organisation = await saveOrganisation(api);
    await api.signIn({ memberOf: { organisation, role: 'editor' } });
    const owner = await ownerAlone(organisation);
    const refused = await erase(owner, owner.email, [organisation]);
    expect(expectProblem(refused, 409, 'LAST_OWNER')).toMatchObject({
      errors: [
        {
          pointer: `/api/organisations/${organisation}`,
          code: 'last-owner',
          detail: 'Sample Co., Ltd.',
        },
      ],
    });
  });

  it('leaves organisations without members where the last one names each of them', async () => {
    const organisation = await saveOrganisation(api);
    const assessment = await saveAssessment(api, organisation);
    await submit(api, assessment).expect(200);
    const owner = await ownerAlone(organisation);
    const elsewhere = await saveOrganisation(api);
    for (const leaving of [undefined, [elsewhere]]) {
      expectProblem(await erase(owner, owner.email, leaving), 409, 'LAST_MEMBER');
    }
    await erase(owner, owner.email, [organisation.toUpperCase()]).expect(204);
    const kept = await query(
      'SELECT FROM evaluation_result WHERE organisation_id = $1 AND assessment_id = $2',
      [organisation, assessment.id],
    );
    expect(kept).toHaveLength(1);
    const events = await query<{ action: string }>(
      'SELECT action FROM audit_event WHERE chain_id = $1 ORDER BY sequence DESC LIMIT 1',
      [organisation],
    );
    expect(events).toEqual([{ action: 'member.left' }]);
  });

  it('ends there what nobody could take back any more: the entry in public, and tokens', async () => {
    const [left, other] = [await newOwner(api), await newOwner(api)];
    const tokens: string[] = [];
    for (const owner of [left, other]) {
      await scoredOf(api, owner);
      const path = `/api/organisations/${owner.organisation}`;
      const consent = { kind: 'publication', textVersion: '1.0', language: 'th' };
      await owner.http
        .post(`${path}/consents`)
        .send({ ...consent, decision: 'given' })
        .expect(201);
      const made = await owner.http.post(`${path}/tokens`).send({
        label: 'Payroll',
        scopes: ['organisation.read'],
        expiresOn: inDays(30).slice(0, 10),
      });
      tokens.push(String(bodyOf(made)['token']));
    }
    const listed = async () => {
      const response = await api.anonymous.get('/api/published-organisations').expect(200);
      const { organisations } = response.body as { organisations: readonly { id: string }[] };
      return organisations.map(({ id }) => id);
    };
    const reads = async () => {
      const answers = [left, other].map(({ organisation }, index) =>
        httpOf(api.url, { authorization: `Bearer ${tokens[index]}` }).get(
          `/api/organisations/${organisation}`,
        ),
      );
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    expect(await listed()).toEqual(expect.arrayContaining([left.organisation, other.organisation]));
    expect(await reads()).toEqual([200, 200]);

    // Naming an organisation that is somebody else's ends nothing there.
    await erase(left, left.email, [left.organisation, other.organisation]).expect(204);

    expect(await listed()).not.toContain(left.organisation);
    expect(await listed()).toContain(other.organisation);
    expect(await reads()).toEqual([401, 200]);
    const events = await query<{ action: string }>(
      `SELECT action FROM audit_event WHERE chain_id = $1 AND action = 'token.revoked'
         AND object_id = (SELECT id::text FROM api_token WHERE organisation_id = $1)`,
      [left.organisation],
    );
    expect(events).toHaveLength(1);
  });

  it('is refused to the last operator', async () => {
    const [one, two] = [
      await api.signIn({ role: 'operator' }),
      await api.signIn({ role: 'operator' }),
    ];
    await erase(one).expect(204);
    expectProblem(await erase(two), 409, 'LAST_OPERATOR');
    await two.http.get('/api/me').expect(200);
  });
});
