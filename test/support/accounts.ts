import { hashPassword } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import type { Response } from 'supertest';
import { type Http, httpOf, type RunningApi } from './api.js';
import type { TestPerson } from './people.js';

/** Long enough, and about nobody. */
export const PASSWORD = 'seven umbrellas under water';
export const OTHER_PASSWORD = 'ห้าร่มใต้น้ำลึกมาก';

let hash: Promise<string> | undefined;

/** Gives a person the password, as if they had chosen it. */
export async function givePassword(api: RunningApi, { id }: TestPerson): Promise<void> {
  hash ??= hashPassword(PASSWORD);
  const value = await hash;
  await withClient(api.database.adminUrl, (client) =>
    client.query('INSERT INTO password_credential (person_id, hash) VALUES ($1, $2)', [id, value]),
  );
}

/** A value that an answer sets as a cookie; undefined when it sets none, empty when it clears it. */
export function cookieIn(response: Response, name = '__Host-sukoyaka'): string | undefined {
  const lines = ([] as string[]).concat(response.headers['set-cookie'] ?? []);
  return lines
    .map((line) => new RegExp(`^${name}=([^;]*)`).exec(line)?.[1])
    .find((each) => each !== undefined);
}

/** Requests of a browser that keeps what the answer set. */
export function keeping(api: RunningApi, response: Response): Http {
  const names = ['__Host-sukoyaka', '__Host-sukoyaka-device'];
  const pairs = names.flatMap((name) => {
    const value = cookieIn(response, name);
    return value === undefined ? [] : [`${name}=${value}`];
  });
  return httpOf(api.url, { cookie: pairs.join('; ') });
}
