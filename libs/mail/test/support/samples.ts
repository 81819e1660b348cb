import { FACTOR_CHANGES, MAIL_KINDS, type MailKind, type MailParams } from '@sukoyaka/mail';

export const ORIGIN = 'https://sukoyaka.example.org';
export const BANGKOK = { origin: ORIGIN, timeZone: 'Asia/Bangkok' };

/** Longer than any line of a mail may be. */
export const LONG_LINK = `/links/confirm?token=${'a1B2-_'.repeat(200)}&next=%2Fhome`;

const name = 'Somchai Jaidee';
const expiresAt = '2026-03-31T10:05:59Z';
const at = new Date('2026-03-30T17:30:00Z');
const link = '/links/use#token=AbC-123_xyz';
const giver = 'Example Foods (Thailand) Co., Ltd.';
const receiver = 'Example Holdings';

/** Plausible parameters of every kind; the people and firms do not exist. */
export const SAMPLES: MailParams = {
  'sign-up': { name, link, expiresAt },
  invitation: { name, link, expiresAt, organisation: giver, role: 'editor', inviter: 'Hanako' },
  'staff-invitation': {
    link,
    expiresAt,
    role: 'ministry-analyst',
    countries: ['TH', 'VN'],
    inviter: 'Hanako',
  },
  'account-made': { name, link, expiresAt },
  'password-reset': { name, link, expiresAt },
  'password-changed': { name, link, at },
  'sign-in-from-new-device': { name, link, at, device: 'Firefox, Windows' },
  'account-exists': { name, link, resetLink: '/password/forgotten' },
  'second-factor-changed': { name, link, at, change: 'totp-added' },
  'passkey-copied': { name, link, at },
  'grant-given': { name, link, expiresAt, giver, receiver, scope: 'results' },
  'grant-revoked': { name, link, at, giver, receiver },
  'operator-access': {
    name,
    link,
    at,
    expiresAt,
    organisation: giver,
    operator: 'Olivia',
    reason: 'Asked by telephone why the total differs',
  },
  'assessor-named': {
    name,
    link,
    expiresAt,
    organisation: giver,
    assessor: 'assessor@example.com',
    inviter: 'Olivia',
    reason: 'Document check of the round',
  },
  'account-erased': { name, at },
};

/** Every kind with its parameters, and every variant of those that have some. */
export const CASES: readonly (readonly [MailKind, MailParams[MailKind]])[] = [
  ...MAIL_KINDS.map((kind) => [kind, SAMPLES[kind]] as const),
  ...FACTOR_CHANGES.map((change) => {
    const params = { ...SAMPLES['second-factor-changed'], change };
    return ['second-factor-changed', params] as const;
  }),
];

/** The same parameters with `words` in the place of everything that people write. */
export function withWords<K extends MailKind>(kind: K, words: string): MailParams[K] {
  const written = [
    'name',
    'organisation',
    'inviter',
    'giver',
    'receiver',
    'device',
    'operator',
    'reason',
  ];
  const fields = Object.entries(SAMPLES[kind]).map(([key, value]: [string, unknown]) => {
    const entry: [string, unknown] = [key, written.includes(key) ? words : value];
    return entry;
  });
  return Object.fromEntries(fields) as unknown as MailParams[K];
}
