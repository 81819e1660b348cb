import { DomainError } from '@sukoyaka/kernel';

/** The problem that each constraint guards against; the others are the product's own mistakes. */
const PROBLEM_OF_CONSTRAINT: Readonly<Record<string, string>> = {
  access_grant_assessment_assessment_fk: 'ASSESSMENT_NOT_FOUND',
  access_grant_grantee_fk: 'GRANTEE_NOT_FOUND',
  access_grant_is_bounded: 'GRANT_TERM_INVALID',
  access_grant_order: 'GRANT_TERM_INVALID',
  access_grant_to_another: 'GRANTEE_IS_ITSELF',
  external_identity_once: 'IDENTITY_TAKEN',
  membership_owner_is_endless: 'OWNER_HAS_NO_END',
  membership_pk: 'ALREADY_MEMBER',
  passkey_credential_once: 'PASSKEY_EXISTS',
  person_email_once: 'EMAIL_TAKEN',
  assessment_once_per_period: 'ASSESSMENT_EXISTS',
  assessment_organisation_fk: 'ORGANISATION_NOT_FOUND',
  assessment_section_assessment_fk: 'ASSESSMENT_NOT_FOUND',
  assessment_period_order: 'PERIOD_REVERSED',
  evaluation_result_pk: 'ASSESSMENT_NOT_DRAFT',
  evaluation_result_assessment_fk: 'ASSESSMENT_NOT_FOUND',
  idempotency_record_pk: 'IDEMPOTENCY_KEY_REUSED',
  idempotency_record_organisation_fk: 'ORGANISATION_NOT_FOUND',
  organisation_has_name: 'NAME_MISSING',
  wave_one_at_a_time: 'WAVE_NOT_CLOSED',
  site_has_name: 'NAME_MISSING',
  site_organisation_fk: 'ORGANISATION_NOT_FOUND',
};

/** Codes of Node and SQLSTATEs (classes 08, 53, 57, 58) that mean: not now, perhaps soon. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  '25P03',
  '57014',
  '3D000',
  '28P01',
  '28000',
]);
const UNREACHABLE_CLASSES = /^(08|53|57P|58)/;
/** What the ORM says of a transaction whose connection broke under it. */
const BROKEN_TRANSACTION = new Set([
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
  'TransactionNotStartedError',
]);
/** What pg and its pool say, without a code, of a connection that broke or cannot be had. */
const UNREACHABLE_WORDS = new Set([
  'Cannot use a pool after calling end on the pool',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Connection terminated',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
]);

interface DatabaseFault {
  readonly message?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly driverError?: DatabaseFault;
}

/** The fault as the driver reports it, out of the ORM's wrapping. */
function faultOf(error: unknown): DatabaseFault {
  if (typeof error !== 'object' || error === null) return {};
  const fault = error as DatabaseFault;
  return fault.driverError ?? fault;
}

/**
 * Says in the domain's words what the database refused, or that it cannot be reached.
 * Undefined for everything else, which is then the product's own mistake.
 */
export function domainErrorOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const { code, constraint } = faultOf(error);
  const problem =
    constraint === undefined ? refusalByPolicy(error, code) : PROBLEM_OF_CONSTRAINT[constraint];
  if (problem !== undefined) return new DomainError(problem, {}, { cause: error });
  return isUnreachable(error, code)
    ? new DomainError('DATABASE_UNAVAILABLE', {}, { cause: error })
    : undefined;
}

/** What a policy refused: the fence behind the checks of the use cases. */
function refusalByPolicy(error: unknown, code: string | undefined): string | undefined {
  const isPolicy = code === '42501' && /row-level security/.test((error as Error).message);
  return isPolicy ? 'RIGHT_MISSING' : undefined;
}

function isUnreachable(error: unknown, code: string | undefined): boolean {
  if (code !== undefined) return UNREACHABLE.has(code) || UNREACHABLE_CLASSES.test(code);
  if (error instanceof AggregateError) {
    return error.errors.some((each) => isUnreachable(each, faultOf(each).code));
  }
  if (!(error instanceof Error)) return false;
  const { message = '' } = faultOf(error);
  return BROKEN_TRANSACTION.has(error.name) || UNREACHABLE_WORDS.has(message);
}

/**
 * What may be logged of a database error: its kind and place. Never its message, parameters or
 * detail, which may hold answers.
 */
export function loggableFault(error: unknown): Readonly<Record<string, string>> {
  const { code, constraint } = faultOf(error);
  return {
    fault: error instanceof Error ? error.name : typeof error,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
  };
}
