/** Every message that the product sends. */
export const MAIL_KINDS = [
  'sign-up',
  'invitation',
  'staff-invitation',
  'account-made',
  'password-reset',
  'password-changed',
  'sign-in-from-new-device',
  'account-exists',
  'second-factor-changed',
  'passkey-copied',
  'grant-given',
  'grant-revoked',
  'operator-access',
  'assessor-named',
  'account-erased',
] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/** A moment: a Date, or ISO 8601 with its offset, as JSON keeps it. */
export type Instant = Date | string;

/** What has happened to a second factor. */
export const FACTOR_CHANGES = [
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'identity-added',
  'identity-removed',
  'recovery-code-used',
  'recovery-codes-renewed',
  'factors-removed',
] as const;

export type FactorChange = (typeof FACTOR_CHANGES)[number];

interface Addressed {
  /** The reader's name; a message to somebody not yet known has none. */
  readonly name?: string | undefined;
}

interface Linked {
  /** Where the reader goes: a path, or an address, of the service itself. */
  readonly link: string;
}

interface Expiring {
  readonly expiresAt: Instant;
}

interface Happened {
  readonly at: Instant;
}

interface Granted {
  /** The organisation whose data it is. */
  readonly giver: string;
  /** The organisation that may read them, or might until now. */
  readonly receiver: string;
}

/** What each message says; names and reasons may hold any characters. */
export interface MailParams {
  'sign-up': Addressed & Linked & Expiring;
  invitation: Addressed &
    Linked &
    Expiring & {
      readonly organisation: string;
      readonly role: 'owner' | 'editor' | 'reviewer' | 'assessor';
      readonly inviter: string;
    };
  'staff-invitation': Addressed &
    Linked &
    Expiring & {
      readonly role: 'ministry-analyst' | 'operator';
      /** ISO 3166-1 alpha-2 codes of the countries whose statistics an analyst reads. */
      readonly countries?: readonly string[] | undefined;
      readonly inviter: string;
    };
  /** `link`: where the first password is set. */
  'account-made': Addressed & Linked & Expiring;
  'password-reset': Addressed & Linked & Expiring;
  /** `link`: where a new password is set by one who did not change it. */
  'password-changed': Addressed & Linked & Happened;
  /** `device`: browser and system in short; `link`: the list of sessions. */
  'sign-in-from-new-device': Addressed & Linked & Happened & { readonly device: string };
  /** `link`: the sign-in; `resetLink`: where a new password is asked for. */
  'account-exists': Addressed & Linked & { readonly resetLink: string };
  'second-factor-changed': Addressed & Linked & Happened & { readonly change: FactorChange };
  /** `link`: where the passkey is removed. */
  'passkey-copied': Addressed & Linked & Happened;
  'grant-given': Addressed &
    Linked &
    Expiring &
    Granted & {
      readonly scope: 'results' | 'reports';
      /** Where it begins later than now. */
      readonly startsAt?: Instant | undefined;
    };
  'grant-revoked': Addressed & Linked & Happened & Granted;
  'operator-access': Addressed &
    Linked &
    Happened & {
      readonly organisation: string;
      /** Name of the operator. */
      readonly operator: string;
      readonly reason: string;
      readonly expiresAt?: Instant | undefined;
    };
  'assessor-named': Addressed &
    Linked &
    Expiring & {
      readonly organisation: string;
      /** The address that was invited. */
      readonly assessor: string;
      /** Name of the operator. */
      readonly inviter: string;
      readonly reason: string;
    };
  'account-erased': Addressed & Happened;
}
