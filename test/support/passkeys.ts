import type { Response } from 'supertest';
import { bodyOf, type RunningApi, type SignedIn } from './api.js';
import { type Deviation, SoftAuthenticator } from './authenticator.js';
import { BrowserJar } from './browser-jar.js';

/** A browser that holds the person's session. */
export function browserOf(api: RunningApi, { cookie }: SignedIn): BrowserJar {
  return new BrowserJar(api.url, cookie);
}

/** The options in an answer, or what `path` gives. */
export async function optionsAt<Options>(jar: BrowserJar, path: string): Promise<Options> {
  const response = await jar.post(path);
  if (response.status !== 200) throw new Error(`${path} answers ${response.text}`);
  return bodyOf(response)['publicKey'] as Options;
}

/** Adds a passkey in the browser's session. */
export async function addPasskey(
  jar: BrowserJar,
  authenticator: SoftAuthenticator,
  deviation: Deviation = {},
): Promise<Response> {
  const path = '/api/me/passkeys';
  const options = await optionsAt<Parameters<SoftAuthenticator['create']>[0]>(
    jar,
    `${path}/options`,
  );
  const credential = authenticator.create(options, deviation);
  return jar.post(path, { label: 'Office laptop', credential });
}

/** Signs in with a passkey. */
export async function usePasskey(
  jar: BrowserJar,
  authenticator: SoftAuthenticator,
  deviation: Deviation = {},
): Promise<Response> {
  const path = '/api/session/passkey';
  const options = await optionsAt<Parameters<SoftAuthenticator['use']>[0]>(jar, `${path}/options`);
  return jar.post(path, { credential: authenticator.use(options, deviation) });
}

/** Somebody with a passkey, whose browser is signed in. */
export async function withPasskey(api: RunningApi, person: SignedIn) {
  const jar = browserOf(api, person);
  const authenticator = new SoftAuthenticator(api.config.origin);
  const response = await addPasskey(jar, authenticator);
  if (response.status !== 201) throw new Error(`the passkey was not added: ${response.text}`);
  return { jar, authenticator, id: String(bodyOf(response)['id']), response };
}
