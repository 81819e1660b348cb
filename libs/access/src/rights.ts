/** What somebody may do in an organisation. The database decides by the same table, `role_right`. */
export const RIGHTS = [
  'organisation.read',
  'organisation.write',
  'assessment.read',
  'answers.read',
  'answers.write',
  'result.read',
  'report.read',
  'members.read',
  'members.manage',
  'tokens.manage',
  'grants.read',
  'grants.manage',
  'grants.use',
  'consents.read',
  'consents.manage',
  'audit.read',
] as const;
export type Right = (typeof RIGHTS)[number];

/** The roles that a person has in an organisation. */
export const ORGANISATION_ROLES = ['owner', 'editor', 'reviewer', 'assessor'] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** Roles beside organisations. Both take a second factor. */
export const PLATFORM_ROLES = ['ministry-analyst', 'operator'] as const;
export type PlatformRole = (typeof PLATFORM_ROLES)[number];

const READING = ['organisation.read', 'assessment.read', 'answers.read', 'result.read'] as const;
const COMPANY = [
  ...READING,
  'report.read',
  'members.read',
  'grants.read',
  'grants.use',
  'consents.read',
  'audit.read',
] as const;

/**
 * The rights of each role. The owner alone decides who takes part and what is shared; the editor
 * answers and submits; the reviewer reads all that is the company's; the assessor, an outsider
 * named by it or by an operator, reads what is to be checked.
 */
export const RIGHTS_OF_ROLE: Readonly<Record<OrganisationRole, readonly Right[]>> = {
  owner: RIGHTS,
  editor: [...COMPANY, 'organisation.write', 'answers.write'],
  reviewer: COMPANY,
  assessor: [...READING, 'report.read'],
};

/** What an operator may do in an organisation while an access with a reason is open. */
export const RIGHTS_OF_OPENED_ACCESS = [
  'assessment.read',
  'answers.read',
  'result.read',
  'report.read',
] as const satisfies readonly Right[];

/** What a machine's token may be given: nothing that decides about people or sharing. */
export const TOKEN_SCOPES = [
  'organisation.read',
  'organisation.write',
  'assessment.read',
  'answers.read',
  'answers.write',
  'result.read',
  'report.read',
  'audit.read',
] as const satisfies readonly Right[];
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/**
 * What cannot be done without: who reads answers has to find their assessment first, and to know the
 * profile against which they are checked.
 */
const IMPLIED: Readonly<Record<TokenScope, readonly TokenScope[]>> = {
  'organisation.read': [],
  'organisation.write': ['organisation.read', 'assessment.read', 'answers.read'],
  'assessment.read': [],
  'answers.read': ['organisation.read', 'assessment.read'],
  'answers.write': ['organisation.read', 'assessment.read', 'answers.read', 'result.read'],
  'result.read': ['assessment.read'],
  'report.read': ['organisation.read', 'assessment.read', 'result.read'],
  'audit.read': [],
};

/** The scopes with all that they imply, in the order of {@link TOKEN_SCOPES}. */
export function wholeScopes(scopes: readonly TokenScope[]): readonly TokenScope[] {
  const whole = new Set(scopes.flatMap((scope) => [scope, ...IMPLIED[scope]]));
  return TOKEN_SCOPES.filter((scope) => whole.has(scope));
}

/** How much of chosen assessments a grant opens: the report holds the result and every answer. */
export const GRANT_LEVELS = ['result', 'report'] as const;
export type GrantLevel = (typeof GRANT_LEVELS)[number];
