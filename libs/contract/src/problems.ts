/**
 * Every problem that the API answers with, and its HTTP status. A code is stable: it is never
 * reused for something else, also after it has gone out of use. Its sentences are in
 * `locales/<language>/errors.json` under the same code.
 */
export const PROBLEMS = {
  // The request as such
  BODY_NOT_JSON: 400,
  BODY_TOO_DEEP: 400,
  KEY_TWICE: 400,
  TEXT_NOT_STORABLE: 400,
  NUMBER_NOT_STORABLE: 400,
  REQUEST_INVALID: 400,
  REQUEST_MALFORMED: 400,
  IDENTIFIER_MALFORMED: 400,
  CURSOR_INVALID: 400,
  IF_MATCH_INVALID: 400,
  IDEMPOTENCY_KEY_MISSING: 400,
  IDEMPOTENCY_KEY_INVALID: 400,
  NAME_MISSING: 400,
  PERIOD_REVERSED: 400,
  HOST_NOT_ALLOWED: 403,
  CROSS_SITE_REQUEST: 403,
  ROUTE_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TOO_SLOW: 408,
  BODY_TOO_LARGE: 413,
  ADDRESS_TOO_LONG: 414,
  MEDIA_TYPE_UNSUPPORTED: 415,
  ENCODING_UNSUPPORTED: 415,
  VERSION_REQUIRED: 428,
  HEADERS_TOO_LARGE: 431,
  // What it asks for
  ORGANISATION_NOT_FOUND: 404,
  CONSENT_TEXT_NOT_FOUND: 404,
  SITE_NOT_FOUND: 404,
  EDITION_NOT_FOUND: 404,
  ASSESSMENT_NOT_FOUND: 404,
  SECTION_NOT_FOUND: 404,
  ASSESSMENT_EXISTS: 409,
  ASSESSMENT_NOT_DRAFT: 409,
  EDITION_CHANGED: 409,
  RESULT_NOT_AVAILABLE: 409,
  VERSION_CONFLICT: 412,
  REGISTRATION_NUMBER_INVALID: 422,
  REGISTRATION_TYPE_UNFIT: 422,
  QUESTION_UNKNOWN: 422,
  ANSWERS_INVALID: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  // Who asks
  TOO_MANY_REQUESTS: 429,
  SIGN_IN_REQUIRED: 401,
  SIGN_IN_FAILED: 401,
  SECOND_FACTOR_REQUIRED: 401,
  SECOND_FACTOR_SETUP_REQUIRED: 403,
  SECOND_FACTOR_WRONG: 401,
  SECOND_FACTOR_EXISTS: 409,
  SECOND_FACTOR_NOT_BEGUN: 409,
  SECOND_FACTOR_NEEDED: 409,
  ALREADY_SIGNED_IN: 409,
  SIGN_IN_THROTTLED: 429,
  PASSWORD_WRONG: 403,
  PASSWORD_UNFIT: 422,
  CONFIRMATION_REQUIRED: 403,
  SIGN_UP_CLOSED: 403,
  LINK_INVALID: 404,
  INVITATION_FOR_OTHER: 403,
  EMAIL_TAKEN: 409,
  ALREADY_MEMBER: 409,
  PASSKEY_REFUSED: 401,
  PASSKEY_CLONED: 403,
  PASSKEY_CHALLENGE_GONE: 409,
  PASSKEY_INVALID: 422,
  PASSKEY_EXISTS: 409,
  PASSKEY_NOT_FOUND: 404,
  TOO_MANY_PASSKEYS: 409,
  OIDC_NOT_OFFERED: 404,
  OIDC_STATE_INVALID: 409,
  OIDC_CANCELLED: 403,
  OIDC_REFUSED: 403,
  OIDC_EMAIL_UNVERIFIED: 403,
  OIDC_ACCOUNT_EXISTS: 409,
  IDENTITY_TAKEN: 409,
  IDENTITY_NOT_FOUND: 404,
  LAST_SIGN_IN: 409,
  TOKEN_INVALID: 401,
  PERSON_ONLY: 403,
  STAFF_ONLY: 403,
  RIGHT_MISSING: 403,
  MEMBER_NOT_FOUND: 404,
  INVITATION_NOT_FOUND: 404,
  SESSION_NOT_FOUND: 404,
  LAST_OWNER: 409,
  LAST_MEMBER: 409,
  LAST_OPERATOR: 409,
  STAFF_ROLE_EXISTS: 409,
  ASSESSOR_IS_OPERATOR: 409,
  MEMBERSHIP_END_PAST: 422,
  ASSESSOR_TERM_TOO_LONG: 422,
  OWNER_HAS_NO_END: 422,
  ERASURE_NOT_CONFIRMED: 422,
  CONSENT_TEXT_CHANGED: 409,
  TOO_MANY_INVITATIONS: 409,
  GRANT_NOT_FOUND: 404,
  GRANT_ENDED: 409,
  TOO_MANY_GRANTS: 409,
  GRANTEE_NOT_FOUND: 422,
  GRANTEE_IS_ITSELF: 422,
  GRANT_TERM_INVALID: 422,
  WAVE_NOT_FOUND: 404,
  WAVE_NOT_CLOSED: 409,
  WAVE_CLOSED: 409,
  WAVE_TIMES_INVALID: 422,
  ACCESS_REASON_REQUIRED: 403,
  ACCESS_NOT_FOUND: 404,
  STAFF_NOT_FOUND: 404,
  COUNTRIES_INVALID: 422,
  TOKEN_NOT_FOUND: 404,
  TOO_MANY_TOKENS: 409,
  EXPIRY_INVALID: 422,
  INDUSTRY_UNKNOWN: 422,
  INDUSTRY_AMBIGUOUS: 422,
  INDUSTRY_CONTRADICTION: 422,
  SITE_IN_USE: 409,
  // The service itself
  INTERNAL: 500,
  DATABASE_UNAVAILABLE: 503,
  REPORTS_BUSY: 503,
  OIDC_UNAVAILABLE: 503,
} as const satisfies Readonly<Record<string, number>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Whether `code` is one of the registry; codes of libraries that no request causes are not. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

/** One fault of a request: where, which, and in the reader's words. */
export interface ProblemItem {
  /** JSON pointer into the body (RFC 6901), or the name of a parameter or header. */
  readonly pointer: string;
  /** Stable name of the rule that was broken. */
  readonly code: string;
  readonly detail: string;
  /** What to do about it, where more can be said. */
  readonly remedy?: string;
}

/** An answer to a request that failed: RFC 9457, with the product's own members. */
export interface ProblemDetails {
  /** Relative address of the problem's description. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors: readonly ProblemItem[];
  /** Names this request in the service's log. */
  readonly correlationId: string;
}

/** Both sides of a refused save, so that its user can merge them. */
export interface VersionConflict {
  readonly yours: { readonly version: number; readonly [member: string]: unknown };
  readonly current: { readonly version: number; readonly [member: string]: unknown };
}
