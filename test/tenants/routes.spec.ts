import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, type Http, type RunningApi, type SignedIn, startApi } from '../support/api.js';
import { exampleBody } from '../support/example-body.js';
import { Description, isOfCompany, isPlainReading, type Operation } from '../support/operations.js';
import { makeSession } from '../support/people.js';

/** Public, or about the sender alone: they take no id of anything that is somebody's. */
const TAKES_NO_ID = [
  'delete /api/me',
  'delete /api/me/sessions',
  'delete /api/me/totp',
  'delete /api/session',
  'get /api/consent-texts/{kind}',
  'get /api/problems/{code}',
  'get /api/surveys/{programme}/{year}',
  // Of the platform, and for whoever is signed in to read.
  'get /api/waves/{waveId}',
  'post /api/invitations/acceptance',
  'post /api/invitations/lookup',
  'post /api/me/identities/start',
  'post /api/me/passkeys',
  'post /api/me/passkeys/options',
  'post /api/me/recovery-codes',
  'post /api/me/totp',
  'post /api/me/totp/confirmation',
  'post /api/operator/staff-invitations',
  'post /api/operator/waves',
  'post /api/organisations',
  'post /api/password-resets',
  'post /api/password-resets/confirmation',
  'post /api/session',
  'post /api/session/confirmation',
  'post /api/session/passkey',
  'post /api/session/passkey/options',
  'post /api/session/second-factor',
  'post /api/sign-ups',
  'post /api/sign-ups/confirmation',
  'post /api/surveys/{programme}/{year}/validate',
  'put /api/me',
  'put /api/me/password',
];
/** Name a thing of a person or of the platform: walked here. */
const TAKES_AN_ID = [
  'delete /api/me/identities/{identityId}',
  'delete /api/me/passkeys/{passkeyId}',
  'delete /api/me/sessions/{sessionId}',
  'delete /api/operator/staff-invitations/{invitationId}',
  'delete /api/operator/staff/{staffId}/{role}',
  'post /api/operator/waves/{waveId}/closing',
  'post /api/operator/waves/{waveId}/extension',
];

type Ids = Readonly<Record<string, string>>;

let api: RunningApi;
let description: Description;
let victim: SignedIn;
let ids: Ids;
beforeAll(async () => {
  api = await startApi();
  description = new Description(bodyOf(await api.http.get('/api/openapi.json')) as never);
  victim = await api.signIn();
  await makeSession(api.database.adminUrl, victim.id);
  ids = await thingsOf(victim.id);
});
afterAll(() => api.stop());

/** Something of everything that an address can name, of a person and of the platform. */
async function thingsOf(person: string): Promise<Ids> {
  const [identityId, passkeyId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
  const [invitationId, staffId, waveId] = [randomUUID(), randomUUID(), randomUUID()];
  const made: readonly (readonly [string, ...string[]])[] = [
    [
      `INSERT INTO external_identity (person_id, id, provider, subject) VALUES ($1, $2, 'x', 'y')`,
      person,
      identityId,
    ],
    [
      `INSERT INTO passkey (person_id, id, credential_id, public_key, counter, transports, is_backed_up, label)
       VALUES ($1, $2, 'x', '', 0, '{}', false, 'x')`,
      person,
      passkeyId,
    ],
    [
      `INSERT INTO session (person_id, id, token_hash, stage, method, user_agent, expires_at)
       VALUES ($1, $2, 'x', 'full', 'password', '', now() + interval '1 day')`,
      person,
      sessionId,
    ],
    [
      `INSERT INTO staff_invitation (id, token_hash, email, language, role, expires_at)
       VALUES ($1, 'x', 'x@example.com', 'en', 'operator', now() + interval '1 day')`,
      invitationId,
    ],
    [
      `INSERT INTO person (id, email, name, language, time_zone)
       VALUES ($1, 'y@example.com', 'Y', 'en', 'UTC')`,
      staffId,
    ],
    [
      `INSERT INTO platform_role (person_id, role, countries) VALUES ($1, 'ministry-analyst', '{TH}')`,
      staffId,
    ],
    [
      `INSERT INTO wave (id, edition_id, country, opens_at, closes_at, opened_by)
       VALUES ($1, 'x', 'TH', now(), now() + interval '1 day', $2)`,
      waveId,
      staffId,
    ],
  ];
  await withClient(api.database.adminUrl, async (client) => {
    for (const [text, ...values] of made) await client.query(text, values);
  });
  return { identityId, passkeyId, sessionId, invitationId, staffId, waveId };
}

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;

/** What the service answers to, by its own controllers, whether it is described or not. */
function routes(): readonly string[] {
  const modules = [...api.app.get(ModulesContainer).values()];
  const classes = modules.flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) => metatype ?? []),
  );
  return classes.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (handler === undefined || !Reflect.hasMetadata('method', handler)) return [];
      const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? '';
      const parts = [controller, handler].map((part) => String(Reflect.getMetadata('path', part)));
      const path = ['api', ...parts]
        .flatMap((part) => part.split('/'))
        .filter((part) => part !== '');
      return `${method.toLowerCase()} /${path.join('/')}`.replace(/:(\w+)/g, '{$1}');
    });
  });
}

async function call(http: Http, operation: Operation, named: Ids): Promise<string> {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'role' ? 'ministry-analyst' : (named[name] ?? name),
  );
  const body = exampleBody(description, operation.body) as object | undefined;
  const { status, text } = await http[operation.method as 'post' | 'delete'](path)
    .set('If-Match', '"1"')
    .send(body);
  const answer = Object.values(named).reduce((all, id) => all.replaceAll(id, '…'), text);
  return `${status} ${answer.replace(/"correlationId":"[^"]*"/, '')}`;
}

describe('every route', () => {
  it('of the service is described, and so walked', () => {
    expect([...routes()].sort()).toEqual(description.operations.map(nameOf).sort());
  });

  it('is walked with what is of others, or takes nothing that is', () => {
    const others = description.operations.filter(
      (operation) => !isOfCompany(operation) && !isPlainReading(operation),
    );
    expect(others.map(nameOf).sort()).toEqual([...TAKES_NO_ID, ...TAKES_AN_ID].sort());
  });
});

describe('an address of what is somebody else’s', () => {
  const kept = () =>
    withClient(api.database.adminUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT (SELECT count(*) FROM external_identity) AS identities,
           (SELECT count(*) FROM passkey) AS passkeys, (SELECT count(*) FROM session) AS sessions,
           (SELECT count(*) FROM staff_invitation WHERE revoked_at IS NULL) AS invitations,
           (SELECT count(*) FROM platform_role) AS roles,
           (SELECT count(*) FROM wave WHERE closed_at IS NULL AND version = 1) AS waves`,
      );
      return rows as unknown[];
    });

  it('does nothing for others, and answers as if there were nothing', async () => {
    const named = Object.keys(ids).map((name) => [name, randomUUID()] as const);
    const nothing: Ids = Object.fromEntries(named);
    const strangers = [
      api.http,
      (await api.signIn({ role: 'ministry-analyst' })).http,
      api.anonymous,
    ];
    const before = await kept();
    for (const operation of description.operations) {
      if (!TAKES_AN_ID.includes(nameOf(operation))) continue;
      for (const http of strangers) {
        const route = nameOf(operation);
        const answer = await call(http, operation, ids);
        expect({ route, answer }).toEqual({ route, answer: await call(http, operation, nothing) });
        expect({ route, isRefused: /^40[134] /.test(answer) }).toEqual({ route, isRefused: true });
      }
    }
    expect(await kept()).toEqual(before);
  });
});
