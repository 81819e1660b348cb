import { randomUUID } from 'node:crypto';
import { newApiToken, tokenHash } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, type RunningApi, type SignedIn } from './api.js';
import { askables, saveAssessment, saveOrganisation, SITE, submit } from './builders.js';
import { newAddress } from './mailbox.js';

/** A company with something of each kind, and the ids by which addresses name them. */
export interface Company {
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * Makes a company with a row in every table that has rows of companies.
 * @param mark stands in all of its texts, and in those of no other company
 */
export async function companyOf(
  api: RunningApi,
  { http, id: ownerId }: Pick<SignedIn, 'http' | 'id'>,
  mark: string,
): Promise<Company> {
  const names = { en: mark, th: mark };
  const made = await http.post('/api/organisations').send({ names, country: 'TH' }).expect(201);
  const organisationId = String(bodyOf(made)['id']);
  const path = `/api/organisations/${organisationId}`;
  const assessment = await saveAssessment({ ...api, http }, organisationId);
  const [{ section } = { section: '' }] = askables();
  await submit({ ...api, http }, assessment).expect(200);
  const post = async (below: string, body: object) =>
    String(bodyOf(await http.post(`${path}/${below}`).send(body).expect(201))['id']);
  const invitation = { email: newAddress(), role: 'editor', language: 'th' };
  const consent = { kind: 'participation', decision: 'given', textVersion: '1.0', language: 'th' };
  await http.post(`${path}/consents`).send(consent).expect(201);
  return {
    ids: {
      organisationId,
      assessmentId: assessment.id,
      sectionId: section,
      siteId: await post('sites', { ...SITE, names }),
      invitationId: await post('invitations', invitation),
      personId: ownerId,
      ...(await rowsOf(api, organisationId, assessment.id, ownerId, mark)),
    },
  };
}

/** What is not made by one request, put into the database as it would be after several. */
async function rowsOf(
  api: RunningApi,
  organisation: string,
  assessment: string,
  owner: string,
  mark: string,
) {
  const [tokenId, grantId, accessId, grantee] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    await saveOrganisation({ ...api, http: (await api.signIn()).http }),
  ];
  await withClient(api.database.adminUrl, async (client) => {
    await client.query(
      `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at)
       VALUES ($1, $2, $3, $4, '{answers.read}', $5, now() + interval '1 day')`,
      [organisation, tokenId, tokenHash(newApiToken()), mark, owner],
    );
    await client.query(
      `INSERT INTO access_grant (organisation_id, id, grantee_id, level, note, begins_at, ends_at, given_by)
       VALUES ($1, $2, $3, 'report', $4, now(), now() + interval '1 day', $5)`,
      [organisation, grantId, grantee, mark, owner],
    );
    await client.query(
      'INSERT INTO access_grant_assessment (organisation_id, grant_id, assessment_id) VALUES ($1, $2, $3)',
      [organisation, grantId, assessment],
    );
    await client.query(
      `INSERT INTO operator_access (organisation_id, id, person_id, reason, expires_at)
       VALUES ($1, $2, $3, $4, now() + interval '1 hour')`,
      [organisation, accessId, randomUUID(), mark],
    );
    await client.query(
      `INSERT INTO organisation_verification
         (organisation_id, sequence, state, facts_hash, evidence, decided_by)
       SELECT id, 1, 'verified', identifying_facts_hash(o), $2, $3 FROM organisation o WHERE id = $1`,
      [organisation, mark, owner],
    );
    await client.query(
      "UPDATE access_grant SET ends_at = begins_at + interval '1 second' WHERE id = $1",
      [grantId],
    );
  });
  return { tokenId, grantId, accessId };
}
