import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import { resources } from '@sukoyaka/locales';
import { Desk, objects } from '../cli/support.js';
import {
  bodyOf,
  expectProblem,
  type Http,
  httpOf,
  type RunningApi,
  type SignedIn,
  startApi,
} from '../support/api.js';
import { TEST_KEY } from '../support/audit-log.js';
import { makeSession } from '../support/people.js';

const desk = new Desk();
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  desk.clear();
  await api.stop();
});

/** Ends sessions as the operator of the installation does. */
async function signOut(...whom: readonly string[]) {
  const argv = ['--json', 'user', 'sign-out', ...whom, '--reason', 'Laptop stolen'];
  const installation = { DATABASE_URL: api.database.ownerUrl, SUKOYAKA_SECRET_KEY: TEST_KEY };
  const { code, out, err } = await desk.run(argv, '', installation);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return objects(out)[0];
}

/** Requests of the person, signed in anew. */
async function again({ id }: SignedIn): Promise<Http> {
  const { cookie } = await makeSession(api.database.adminUrl, id);
  return httpOf(api.url, { cookie });
}

interface Listed {
  readonly events: readonly Readonly<Record<'action' | 'actor' | 'after' | 'text', unknown>>[];
}

async function ownLog(http: Http, language = 'en'): Promise<Listed['events']> {
  const list = await http.get('/api/me/audit').set('Accept-Language', language).expect(200);
  return (bodyOf(list) as unknown as Listed).events;
}

describe('sukoyaka user sign-out', () => {
  it('ends the sessions of one person, who finds the reason in the own log', async () => {
    const [person, other] = [await api.signIn(), await api.signIn()];
    await makeSession(api.database.adminUrl, person.id);
    expect(await signOut('--email', person.email)).toEqual({ people: 1, sessions: 2 });
    expectProblem(await person.http.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
    await other.http.get('/api/session').expect(200);
    const http = await again(person);
    for (const language of LOCALES) {
      const text = resources[language].audit.reasoned.person['session-revoked'];
      expect(await ownLog(http, language)).toMatchObject([
        {
          action: 'person.session-revoked',
          actor: { kind: 'service' },
          after: { sessions: 2, reason: 'Laptop stolen' },
          text: text.replace('{{reason}}', 'Laptop stolen'),
        },
      ]);
    }
    const { events } = bodyOf(await http.get('/api/me/export').expect(200));
    expect(events).toMatchObject([{ after: { reason: 'Laptop stolen' } }]);
  });

  it('is told apart from sessions that their person ended, for whatever reason', async () => {
    const person = await api.signIn();
    await makeSession(api.database.adminUrl, person.id);
    await person.http.delete('/api/me/sessions').expect(204);
    const [{ text } = { text: '' }] = await ownLog(person.http);
    expect(text).toBe(resources.en.audit.action.person['session-revoked']);
  });

  it('ends those of everybody', async () => {
    const people = [await api.signIn(), await api.signIn({ role: 'operator' })];
    await signOut('--everybody');
    for (const person of people) {
      expectProblem(await person.http.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
      expect(await ownLog(await again(person))).toHaveLength(1);
    }
    await signOut('--everybody');
    expect(await signOut('--everybody')).toEqual({ people: 0, sessions: 0 });
  });
});
