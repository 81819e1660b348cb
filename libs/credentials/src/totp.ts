import { timingSafeEqual } from 'node:crypto';
import { plainDigits } from '@sukoyaka/identifiers';
import { HOTP, Secret, TOTP } from 'otpauth';

/** What authenticator apps know: SHA-1, six digits, steps of 30 seconds (RFC 6238). */
const SETTING = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const ISSUER = 'Sukoyaka';

/** Clocks of telephones differ: one step earlier and one later count (RFC 6238, section 5.2). */
const DRIFT = [-1, 0, 1];

/** A new secret for an authenticator app: 160 bits by chance, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/**
 * The address that an authenticator app reads from a QR code (`otpauth://totp/…`). Holds the secret.
 * @throws TypeError when the secret is no base32.
 */
export function totpUri(secret: string, email: string): string {
  return new TOTP({ ...SETTING, issuer: ISSUER, label: email, secret }).toString();
}

/**
 * The code that an authenticator app shows at a time.
 * @throws TypeError when the secret is no base32.
 */
export function totpCode(secret: string, now: Date): string {
  return codeOf(Secret.fromBase32(secret), stepAt(now));
}

/**
 * The time step (number of 30 seconds since 1970) of a right code, at most one step away from now
 * and later than the last one that was accepted: keep it, and no code works twice. Undefined for
 * a wrong, old or used code. Spaces within it, full-width and Thai digits are understood.
 * @throws TypeError when the secret is no base32.
 */
export function totpStep(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | undefined {
  const typed = plainDigits(code);
  if (typed?.length !== SETTING.digits) return undefined;
  const key = Secret.fromBase32(secret);
  const steps = DRIFT.map((drift) => stepAt(now) + drift).filter((step) => step >= 0);
  // All are compared, whichever fits, so that time does not tell which one did.
  const right = steps.filter((step) => isSame(codeOf(key, step), typed));
  return right.find((step) => lastStep === null || step > lastStep);
}

function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / SETTING.period);
}

function codeOf(secret: Secret, counter: number): string {
  const { algorithm, digits } = SETTING;
  return HOTP.generate({ secret, algorithm, digits, counter });
}

function isSame(expected: string, typed: string): boolean {
  return timingSafeEqual(Buffer.from(expected), Buffer.from(typed));
}
