import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** Of a credential id, in characters: WebAuthn allows 1023 bytes. */
const LONGEST_ID = 1400;
/** Of what a browser and an authenticator say, in characters; without attestation some hundred. */
const LONGEST_PART = 20_000;

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has the form of what `toJSON()` of a new credential gives. */
export function isRegistration(value: unknown): value is RegistrationResponseJSON {
  const response = responseOf(value);
  if (response === undefined || !isPart(response['attestationObject'])) return false;
  const { transports } = response;
  return transports === undefined || areTransports(transports);
}

/** Whether a value has the form of what `toJSON()` of a credential that was used gives. */
export function isAssertion(value: unknown): value is AuthenticationResponseJSON {
  const response = responseOf(value);
  if (response === undefined || !isPart(response['authenticatorData'])) return false;
  const { userHandle, signature } = response;
  return isPart(signature) && (userHandle == null || isBase64Url(userHandle, LONGEST_ID));
}

/** The answer within a credential whose outer form is right. */
function responseOf(value: unknown): Fields | undefined {
  if (!isRecord(value) || !isBase64Url(value['id'], LONGEST_ID)) return undefined;
  const { id, rawId, type, response } = value;
  if (id !== rawId || type !== 'public-key' || !isRecord(response)) return undefined;
  return isPart(response['clientDataJSON']) ? response : undefined;
}

function areTransports(value: unknown): boolean {
  const isName = (each: unknown) => typeof each === 'string' && /^[a-z-]{1,20}$/.test(each);
  return Array.isArray(value) && value.length <= 10 && value.every(isName);
}

function isPart(value: unknown): boolean {
  return isBase64Url(value, LONGEST_PART);
}

function isBase64Url(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest && /^[\w-]+$/.test(value);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
