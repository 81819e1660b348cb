import { createHmac, timingSafeEqual } from 'node:crypto';

/** `v1`, person and nonce in the open, and the signature over all three. */
const MARK = /^v1\.([\w-]{1,64})\.([\w-]{1,64})\.([\w-]{43})$/;
const PART = /^[\w-]{1,64}$/;

/** In place of a nonce: nobody has signed in there yet, but the mailbox was shown. */
const BY_LINK = 'link';

/** A browser that somebody is known by. */
export interface KnownDevice {
  readonly personId: string;
  readonly nonce: string;
  /** False where they have only used a link that was mailed to them. */
  readonly hasSignedIn: boolean;
}

/**
 * The value of a cookie by which a browser shows that this person has signed in there before
 * (OWASP, device cookies): their attempts are counted apart, so that strangers' attempts cannot
 * lock them out. It is no proof of identity and opens nothing by itself.
 * @param nonce tells a person's browsers apart, such as a token. 1 to 64 of A–Z a–z 0–9 - and _.
 * @throws RangeError when person or nonce have other characters or another length.
 */
export function deviceMark(key: Buffer, personId: string, nonce: string): string {
  if (!PART.test(personId) || !PART.test(nonce)) {
    throw new RangeError('A device mark names a person and a nonce in plain characters.');
  }
  return `v1.${personId}.${nonce}.${signature(key, personId, nonce)}`;
}

/**
 * The same for a browser in which somebody has used a link that was mailed to them. It is one and
 * the same for all such browsers of a person: whoever reads the mailbox would else get attempts at
 * the second factor anew with each link.
 */
export function mailedDeviceMark(key: Buffer, personId: string): string {
  return deviceMark(key, personId, BY_LINK);
}

/** Whose browser it is, or undefined when there is no mark or we did not make it. */
export function knownDevice(key: Buffer, mark: string | undefined): KnownDevice | undefined {
  const [, personId, nonce, signed] = MARK.exec(mark ?? '') ?? [];
  if (personId === undefined || nonce === undefined || signed === undefined) return undefined;
  const expected = signature(key, personId, nonce);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signed))
    ? { personId, nonce, hasSignedIn: nonce !== BY_LINK }
    : undefined;
}

function signature(key: Buffer, personId: string, nonce: string): string {
  return createHmac('sha256', key).update(`v1.${personId}.${nonce}`).digest('base64url');
}
