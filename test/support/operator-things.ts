import { randomUUID } from 'node:crypto';
import { bodyOf, type RunningApi, type SignedIn } from './api.js';
import { EDITION } from './builders.js';
import { makePerson } from './people.js';

const COUNTRIES = ['VN', 'MY', 'SG', 'ID', 'PH', 'LA', 'KH', 'MM', 'BN', 'JP'];
const PEOPLE = 25;

/** Ids of what operators make, for addresses of requests to them. */
export interface OperatorThings {
  readonly waveId: readonly string[];
  readonly accessId: readonly string[];
  readonly staffId: readonly string[];
  readonly staffInvitationIds: readonly string[];
}

/** Makes some of everything that operators make. */
export async function operatorThings(
  api: RunningApi,
  operator: SignedIn,
  organisation: string,
): Promise<OperatorThings> {
  const post = async (path: string, body: object) =>
    String(bodyOf(await operator.http.post(`/api/operator/${path}`).send(body).expect(201))['id']);
  const some = <T>(make: () => Promise<T>) => Promise.all(Array.from({ length: PEOPLE }, make));
  const analysts = await some(() =>
    makePerson(api.database.adminUrl, { role: 'ministry-analyst' }),
  );
  const closesAt = '2090-03-31T00:00:00Z';
  const reason = { reason: 'Asked for help by the company' };
  return {
    waveId: await Promise.all(
      COUNTRIES.map((country) => post('waves', { edition: EDITION, country, closesAt })),
    ),
    accessId: await some(() => post(`organisations/${organisation}/accesses`, reason)),
    staffId: analysts.map(({ id }) => id),
    staffInvitationIds: await some(() =>
      post('staff-invitations', {
        email: `${randomUUID()}@example.com`,
        language: 'th',
        role: 'operator',
      }),
    ),
  };
}
