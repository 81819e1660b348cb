import { call, Problem } from '../base/api.js';
import type { RecoveryCodes, SignedIn } from '../base/shapes.js';
import { t } from '../base/texts.js';

/** Whether this browser can use passkeys and read what the API says of them. */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential
  );
}

/** Signs in, or completes a sign-in, with a passkey of this device. @throws Problem. */
export async function signInWithPasskey(): Promise<SignedIn> {
  const { body } = await call<{ readonly publicKey: PublicKeyCredentialRequestOptionsJSON }>(
    'POST',
    '/api/session/passkey/options',
  );
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(body.publicKey);
  const credential = await ofDevice(() => navigator.credentials.get({ publicKey }));
  const answer = await call<SignedIn>('POST', '/api/session/passkey', { body: { credential } });
  return answer.body;
}

/** Makes a passkey on this device; the first factor of an account comes with recovery codes. */
export async function addPasskey(label: string): Promise<readonly string[]> {
  const { body } = await call<{ readonly publicKey: PublicKeyCredentialCreationOptionsJSON }>(
    'POST',
    '/api/me/passkeys/options',
  );
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(body.publicKey);
  const credential = await ofDevice(() => navigator.credentials.create({ publicKey }));
  const sent = { body: { label, credential } };
  const answer = await call<RecoveryCodes>('POST', '/api/me/passkeys', sent);
  return answer.body.recoveryCodes;
}

/** What the device has made, as JSON. Browsers do not tell a refusal from a mishap. */
async function ofDevice(ask: () => Promise<Credential | null>): Promise<unknown> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return credential.toJSON();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'InvalidStateError') {
      throw new Problem(0, 'PASSKEY_KNOWN', t('passkey.known.title'), t('passkey.known.detail'));
    }
  }
  throw new Problem(0, 'PASSKEY_NONE', t('passkey.none.title'), t('passkey.none.detail'));
}
