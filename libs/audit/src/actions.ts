import type { FactKind } from './fact-kinds.js';

/** Whose chain an action belongs to. */
export type AuditChain = 'organisation' | 'person' | 'platform';

/** What an event of an action may say. What is not named here can't be written. */
export interface AuditRule {
  readonly chain: AuditChain;
  /** The kind of its object. */
  readonly object: string;
  /** The facts that may stand in `before` and `after`, and what each may hold. */
  readonly facts: Readonly<Record<string, FactKind>>;
  /** The facts without which `after` is not complete. */
  readonly needs?: readonly string[];
}

const ORGANISATION = {
  nameTh: 'text',
  nameJa: 'text',
  nameEn: 'text',
  country: 'code',
  registrationType: 'code',
  registrationNumber: 'text',
  isicSection: 'code',
  industryScheme: 'code',
  industryCode: 'code',
  employees: 'count',
  ownership: 'code',
  corporateGroup: 'text',
  groupRegistrationType: 'code',
  groupRegistrationNumber: 'text',
} as const;

const SITE = {
  nameTh: 'text',
  nameJa: 'text',
  nameEn: 'text',
  place: 'text',
  country: 'code',
  employees: 'count',
} as const;

const ASSESSMENT = { edition: 'code', periodStart: 'date', periodEnd: 'date' } as const;

const VERIFICATION = { state: 'code', verifiedBy: 'code', evidence: 'text' } as const;
const MEMBER = { role: 'code' } as const;
const STAFF = { role: 'code', countries: 'codes' } as const;
const GRANT = {
  toOrganisation: 'code',
  scope: 'codes',
  assessments: 'codes',
  startsAt: 'time',
  expiresAt: 'time',
} as const;
const CONSENT = { purpose: 'code', textVersion: 'code', language: 'code' } as const;
/** The person by id: names and addresses are in tables from which they can be erased. */
const ACCESS = { person: 'code', reason: 'text', expiresAt: 'time' } as const;
const ASSESSOR = { reason: 'text', expiresAt: 'time' } as const;
/** By what it was read. No grant opens answers by themselves. */
const READING = { grant: 'code', access: 'code' } as const;
const ANSWERS_READING = { access: 'code' } as const;
const TOKEN = { name: 'text', scopes: 'codes', expiresAt: 'time' } as const;

type Facts = AuditRule['facts'];
const organisation = (object: string, facts: Facts) => rule('organisation', object, facts);
const person = (object: string, facts: Facts) => rule('person', object, facts);
const platform = (object: string, facts: Facts) => rule('platform', object, facts);

function rule(chain: AuditChain, object: string, facts: Facts): AuditRule {
  return { chain, object, facts };
}

/**
 * Every action of the log. A name is stable: events that were written keep it. There is no place
 * for answers (of a saved section only the ids of its changed questions), for names and addresses
 * of people, for network addresses, nor for anything from which a secret could be made.
 */
export const AUDIT_ACTIONS = {
  'organisation.registered': organisation('organisation', ORGANISATION),
  'organisation.changed': organisation('organisation', ORGANISATION),
  'organisation.verified': {
    ...organisation('organisation', VERIFICATION),
    needs: ['evidence'],
  },
  'organisation.verification-withdrawn': organisation('organisation', VERIFICATION),
  'site.added': organisation('site', SITE),
  'site.changed': organisation('site', SITE),
  'site.removed': organisation('site', SITE),
  'assessment.begun': organisation('assessment', ASSESSMENT),
  'section.saved': organisation('assessment', {
    section: 'code',
    version: 'count',
    questions: 'codes',
  }),
  'assessment.submitted': organisation('assessment', {}),
  'assessment.erased': organisation('assessment', {
    ...ASSESSMENT,
    editionVersion: 'code',
    status: 'code',
  }),
  'result.read': organisation('assessment', READING),
  'report.read': organisation('assessment', READING),
  'answers.read': organisation('assessment', ANSWERS_READING),
  'member.invited': organisation('invitation', MEMBER),
  'member.joined': organisation('member', MEMBER),
  'member.role-changed': organisation('member', MEMBER),
  'member.removed': organisation('member', MEMBER),
  'member.left': organisation('member', MEMBER),
  'invitation.revoked': organisation('invitation', {}),
  'grant.given': organisation('grant', GRANT),
  'grant.revoked': organisation('grant', GRANT),
  'consent.given': organisation('consent', CONSENT),
  'consent.withdrawn': organisation('consent', CONSENT),
  'operator.access-opened': { ...organisation('operator-access', ACCESS), needs: ['reason'] },
  'operator.assessor-named': { ...organisation('invitation', ASSESSOR), needs: ['reason'] },
  'operator.access-closed': organisation('operator-access', {}),
  'token.created': organisation('token', TOKEN),
  'token.revoked': organisation('token', {}),
  'audit.exported': organisation('audit-log', {
    format: 'code',
    from: 'time',
    to: 'time',
    events: 'count',
  }),

  'person.created': person('person', { language: 'code', timeZone: 'code', origin: 'code' }),
  'person.signed-in': person('session', { method: 'code', secondFactor: 'flag' }),
  'person.sign-in-failed': person('person', { method: 'code', cause: 'code' }),
  'person.signed-out': person('session', {}),
  'person.session-revoked': person('session', { sessions: 'count', reason: 'text' }),
  'person.password-changed': person('person', {}),
  'person.password-reset-asked': person('person', {}),
  'person.password-reset': person('person', {}),
  'person.totp-enabled': person('person', {}),
  'person.totp-disabled': person('person', {}),
  'person.passkey-added': person('passkey', { synced: 'flag' }),
  'person.passkey-removed': person('passkey', { synced: 'flag' }),
  'person.recovery-codes-made': person('person', {}),
  'person.recovery-code-used': person('person', {}),
  'person.second-factors-removed': {
    ...person('person', {
      totp: 'flag',
      passkeys: 'count',
      recoveryCodes: 'count',
      reason: 'text',
    }),
    needs: ['reason'],
  },
  'person.identity-linked': person('external-identity', { issuer: 'text' }),
  'person.identity-unlinked': person('external-identity', { issuer: 'text' }),
  'person.profile-changed': person('person', {
    fields: 'codes',
    language: 'code',
    timeZone: 'code',
  }),
  'person.data-exported': person('person', { format: 'code' }),
  'person.erased': person('person', { cause: 'code' }),

  'organisation.founded': platform('organisation', { country: 'code' }),
  'person.registered': platform('person', {}),
  'person.invited': platform('staff-invitation', STAFF),
  'person.role-given': platform('person', STAFF),
  'person.role-withdrawn': platform('person', { role: 'code' }),
  'staff-invitation.revoked': platform('staff-invitation', {}),
  'wave.opened': platform('wave', {
    edition: 'code',
    country: 'code',
    opensAt: 'time',
    closesAt: 'time',
  }),
  'wave.extended': platform('wave', { closesAt: 'time', reason: 'text' }),
  'wave.closed': platform('wave', { closesAt: 'time', closedAt: 'time' }),
  'retention.carried-out': platform('retention', { rule: 'code', before: 'time', rows: 'count' }),
  'heads.anchored': platform('audit-heads', { chains: 'count', sha256: 'code' }),
} as const satisfies Readonly<Record<string, AuditRule>>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** The rule of an action, or undefined for a name that is none. */
export function auditRule(action: string): AuditRule | undefined {
  return Object.hasOwn(AUDIT_ACTIONS, action) ? AUDIT_ACTIONS[action as AuditAction] : undefined;
}
