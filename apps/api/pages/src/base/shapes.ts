/** Answers of the API, as far as these pages read them. */

export type Stage = 'full' | 'second-factor' | 'enrolment';
/** A text in every language. */
export type Localised = Readonly<Partial<Record<string, string>>>;
/** A name in the languages that it was given in. */
export type Names = Readonly<Partial<Record<string, string | null>>>;

export interface SignedIn {
  readonly stage: Stage;
}

export interface OwnOrganisation {
  readonly id: string;
  readonly names: Names;
  readonly country: string;
  readonly role: string;
}

export interface Session extends SignedIn {
  readonly name: string | null;
  readonly language: string;
  readonly roles: readonly string[];
  readonly countries: readonly string[];
}

export interface Factors {
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

export interface Me {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly timeZone: string;
  readonly factors: Factors;
}

export interface RecoveryCodes {
  readonly recoveryCodes: readonly string[];
}

export interface Invitation {
  readonly email: string;
  readonly role: string;
  readonly organisation: Names | null;
  readonly countries: readonly string[];
  readonly hasAccount: boolean;
}

export interface ReadableAssessment {
  readonly periodStart: string;
  readonly periodEnd: string;
  /** Address of the result. */
  readonly result: string;
  /** Address of the report; null where only the result is open. */
  readonly report: string | null;
}

export interface ReceivedGrant {
  readonly giver: { readonly names: Names };
  readonly state: 'upcoming' | 'active' | 'ended' | 'revoked';
  readonly beginsAt: string;
  readonly endsAt: string;
  readonly note: string | null;
  readonly assessments: readonly ReadableAssessment[];
}

/** Who runs the installation, and for how many days it keeps what about people. */
export interface Installation {
  readonly operator: { readonly name: string; readonly contact: string } | null;
  readonly keptDays: Readonly<Record<'sessions' | 'mails' | 'contacts', number>>;
}

/** A text of the service in all its versions. */
export interface TextVersions {
  readonly current: string;
  readonly versions: readonly {
    readonly version: string;
    readonly effectiveFrom: string;
    readonly title: Localised;
    readonly summary: Localised;
    readonly paragraphs: readonly { readonly heading: Localised; readonly text: Localised }[];
  }[];
}
