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
  sizeClass: 'code',
  japaneseDivision: 'code',
  ownership: 'code',
  corporateGroup: 'text',
  synthetic: 'flag',
  version: 'count',
} as const;

const SITE = {
  nameTh: 'text',
  nameJa: 'text',
  nameEn: 'text',
  place: 'text',
  country: 'code',
  employees: 'count',
  version: 'count',
} as const;

const ASSESSMENT = {
  edition: 'code',
  editionVersion: 'code',
  periodStart: 'date',
  periodEnd: 'date',
  status: 'code',
} as const;

const VERIFICATION = { state: 'code', verifiedBy: 'code', evidence: 'text' } as const;
/** The person by id: names and addresses are in tables from which they can be erased. */
const MEMBER = { person: 'code', role: 'code' } as const;
const INVITATION = { role: 'code', countries: 'codes', expiresAt: 'time' } as const;
const GRANT = {
  toOrganisation: 'code',
  toPerson: 'code',
  scope: 'codes',
  assessments: 'codes',
  startsAt: 'time',
  expiresAt: 'time',
} as const;
const CONSENT = { purpose: 'code', textVersion: 'code', language: 'code' } as const;
const ACCESS = { person: 'code', assessment: 'code', reason: 'text', expiresAt: 'time' } as const;
const ASSESSOR = { reason: 'text', expiresAt: 'time' } as const;
const READING = { language: 'code', format: 'code', grant: 'code', access: 'code' } as const;
const ANSWERS_READING = { section: 'code', access: 'code', grant: 'code' } as const;
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
  'organisation.verification-withdrawn': organisation('organisation', {
    ...VERIFICATION,
    reason: 'text',
  }),
  'site.added': organisation('site', SITE),
  'site.changed': organisation('site', SITE),
  'site.removed': organisation('site', SITE),
  'assessment.begun': organisation('assessment', ASSESSMENT),
  'section.saved': organisation('assessment', {
    section: 'code',
    version: 'count',
    questions: 'codes',
  }),
  'assessment.submitted': organisation('assessment', ASSESSMENT),
  'assessment.erased': organisation('assessment', ASSESSMENT),
  'result.read': organisation('assessment', READING),
  'report.read': organisation('assessment', READING),
  'answers.read': organisation('assessment', ANSWERS_READING),
  'member.invited': organisation('invitation', INVITATION),
  'member.joined': organisation('member', { ...MEMBER, invitation: 'code' }),
  'member.role-changed': organisation('member', MEMBER),
  'member.removed': organisation('member', MEMBER),
  'member.left': organisation('member', MEMBER),
  'invitation.revoked': organisation('invitation', INVITATION),
  'grant.given': organisation('grant', GRANT),
  'grant.revoked': organisation('grant', GRANT),
  'consent.given': organisation('consent', CONSENT),
  'consent.withdrawn': organisation('consent', CONSENT),
  'operator.access-opened': { ...organisation('operator-access', ACCESS), needs: ['reason'] },
  'operator.assessor-named': { ...organisation('invitation', ASSESSOR), needs: ['reason'] },
  'operator.access-closed': organisation('operator-access', ACCESS),
  'token.created': organisation('token', TOKEN),
  'token.revoked': organisation('token', TOKEN),
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
  'person.session-revoked': person('session', {
    sessions: 'count',
    cause: 'code',
    reason: 'text',
  }),
  'person.password-changed': person('person', { sessionsEnded: 'count' }),
  'person.password-reset-asked': person('person', { expiresAt: 'time' }),
  'person.password-reset': person('person', { sessionsEnded: 'count' }),
  'person.totp-enabled': person('person', {}),
  'person.totp-disabled': person('person', {}),
  'person.passkey-added': person('passkey', { synced: 'flag' }),
  'person.passkey-removed': person('passkey', { synced: 'flag' }),
  'person.recovery-codes-made': person('person', { codes: 'count' }),
  'person.recovery-code-used': person('person', { remaining: 'count' }),
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

  'organisation.founded': platform('organisation', { country: 'code', synthetic: 'flag' }),
  'person.invited': platform('staff-invitation', INVITATION),
  'person.role-given': platform('person', { role: 'code', countries: 'codes' }),
  'person.role-withdrawn': platform('person', { role: 'code', countries: 'codes' }),
  'staff-invitation.revoked': platform('staff-invitation', INVITATION),
  'wave.opened': platform('wave', {
    edition: 'code',
    country: 'code',
    opensAt: 'time',
    closesAt: 'time',
  }),
  'wave.extended': platform('wave', { closesAt: 'time', reason: 'text' }),
  'wave.closed': platform('wave', { closesAt: 'time', closedAt: 'time' }),
  'retention.carried-out': platform('retention', { rule: 'code', before: 'time', rows: 'count' }),
  'backup.created': platform('backup', { tables: 'count', rows: 'count', sha256: 'code' }),
  'backup.restored': platform('backup', { tables: 'count', rows: 'count', sha256: 'code' }),
  'heads.anchored': platform('audit-heads', { chains: 'count', sha256: 'code' }),
} as const satisfies Readonly<Record<string, AuditRule>>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** The rule of an action, or undefined for a name that is none. */
export function auditRule(action: string): AuditRule | undefined {
  return Object.hasOwn(AUDIT_ACTIONS, action) ? AUDIT_ACTIONS[action as AuditAction] : undefined;
}
