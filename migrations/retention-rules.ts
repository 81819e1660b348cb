import { decidingFunction } from './row-level-security.js';

interface RetentionRule {
  readonly table: string;
  /** Which rows have been kept long enough; `before` is the end of the period. */
  readonly isOver: string;
  /** What becomes of them. */
  readonly end: (table: string, isOver: string) => string;
  /** Days below which a period would touch what is in use. */
  readonly least: number;
}

const removed = (table: string, isOver: string) => `DELETE FROM ${table} t WHERE ${isOver}`;
const scrubbed = (table: string, isOver: string) =>
  `UPDATE ${table} t SET email = 'removed' WHERE ${isOver}`;
const erased = (table: string, isOver: string) =>
  `PERFORM remove_person(t.id) FROM ${table} t WHERE ${isOver}`;

const INVITATION_OVER = "t.expires_at < before AND t.email <> 'removed'";
const invited = (table: string) => `EXISTS (SELECT FROM ${table} i WHERE i.email = t.email
  AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now())`;

/**
 * An account that is no longer used: it belongs to no organisation, has no role, nobody has asked
 * it to join, and nobody has signed in to it. Sessions are removed earlier, so that the last
 * sign-in is taken from the log.
 */
export const CONTACT_OVER = `
  t.erased_at IS NULL AND t.created_at < before
  AND NOT EXISTS (SELECT FROM membership m
    WHERE m.person_id = t.id AND (m.ends_at IS NULL OR m.ends_at >= before))
  AND NOT EXISTS (SELECT FROM platform_role r WHERE r.person_id = t.id)
  AND NOT EXISTS (SELECT FROM session s WHERE s.person_id = t.id AND s.last_seen_at >= before)
  AND NOT EXISTS (SELECT FROM audit_event e WHERE e.chain_id = t.id
    AND e.action = 'person.signed-in' AND e.occurred_at >= before)
  AND NOT ${invited('invitation')} AND NOT ${invited('staff_invitation')}`;

const LAST_SAVED = `(SELECT max(s.updated_at) FROM assessment_section s
  WHERE s.organisation_id = t.organisation_id AND s.assessment_id = t.id)`;

/** Assessments of which the period is over, by their kind; their answers and results go with them. */
export const ASSESSMENTS = {
  // What nobody has worked on any more.
  drafts: `t.status = 'draft' AND greatest(t.created_at, ${LAST_SAVED}) < before`,
  assessments: "t.status <> 'draft' AND t.submitted_at < before",
} as const;
/** Rounds come year by year: a shorter period would take what is worked on or compared with. */
export const A_YEAR = 365;

/**
 * The service carries periods out on its own behalf: no transaction reaches so far that is a
 * person's or a machine's, or that looks up what a stranger has presented.
 */
const BY_ANYBODY =
  '(acting_person() IS NOT NULL OR acting_tenant() IS NOT NULL OR presented_key() IS NOT NULL)';
const NOBODYS = 'retention is carried out by the service alone';
export const byServiceAlone = `IF ${BY_ANYBODY} THEN RAISE EXCEPTION '${NOBODYS}' USING ERRCODE = 'insufficient_privilege'; END IF;`;

export const RETENTION_RULES = {
  sessions: { table: 'session', isOver: 't.expires_at < before', end: removed, least: 1 },
  links: { table: 'one_time_link', isOver: 't.expires_at < before', end: removed, least: 1 },
  invitations: { table: 'invitation', isOver: INVITATION_OVER, end: scrubbed, least: 1 },
  'staff-invitations': {
    table: 'staff_invitation',
    isOver: INVITATION_OVER,
    end: scrubbed,
    least: 1,
  },
  'repeated-requests': {
    table: 'idempotency_record',
    isOver: 't.created_at < before',
    end: removed,
    least: 1,
  },
  // Mail that cannot be sent is tried for days.
  mails: {
    table: 'outbox_mail',
    isOver: 'coalesce(t.sent_at, t.created_at) < before',
    end: removed,
    least: 7,
  },
  throttles: {
    table: 'throttle',
    isOver: 't.last_failure_at < before AND coalesce(t.blocked_until, before) <= now()',
    end: removed,
    least: 1,
  },
  // What they note the use of is good for minutes.
  challenges: { table: 'used_challenge', isOver: 't.used_at < before', end: removed, least: 1 },
  contacts: { table: 'person', isOver: CONTACT_OVER, end: erased, least: 30 },
  drafts: { table: 'assessment', isOver: ASSESSMENTS.drafts, end: removed, least: A_YEAR },
  assessments: {
    table: 'assessment',
    isOver: ASSESSMENTS.assessments,
    end: removed,
    least: A_YEAR,
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;

/**
 * The function that removes what has been kept long enough, one kind at a time, and says how many
 * rows; only says so where `is_trial`. A kind that it does not know is an error, and so is a period
 * so short that it would remove what is in use.
 */
export function carryOutRetention(): string {
  const cases = Object.entries(RETENTION_RULES).map(
    ([kind, { table, isOver, end, least }]) => `
      WHEN '${kind}' THEN
        IF days < ${least} THEN RAISE EXCEPTION 'the period is at least ${least} days'; END IF;
        IF is_trial THEN SELECT count(*) INTO affected FROM ${table} t WHERE ${isOver};
        ELSE ${end(table, isOver)}; GET DIAGNOSTICS affected = ROW_COUNT; END IF;`,
  );
  return decidingFunction(
    'carry_out_retention(kind text, days integer, is_trial boolean)',
    'bigint',
    `DECLARE before timestamptz := now() - make_interval(days => days); affected bigint;
    BEGIN
      ${byServiceAlone}
      IF days IS NULL OR is_trial IS NULL THEN RAISE EXCEPTION 'a retention rule needs its period'; END IF;
      CASE kind ${cases.join('\n')}
      END CASE;
      RETURN affected;
    END`,
  );
}

/**
 * The function that says which assessments of a kind have been kept long enough, so that it can be
 * told to their organisations, and holds them until the transaction ends.
 */
export function assessmentsKept(): string {
  return decidingFunction(
    'assessments_kept(kind text, days integer)',
    'SETOF assessment',
    `DECLARE before timestamptz := now() - make_interval(days => days);
    BEGIN
      ${byServiceAlone}
      IF days IS NULL OR days < ${A_YEAR} THEN RAISE EXCEPTION 'the period is at least ${A_YEAR} days'; END IF;
      RETURN QUERY SELECT t.* FROM assessment t
        WHERE CASE kind ${Object.entries(ASSESSMENTS)
          .map(([kind, isOver]) => `WHEN '${kind}' THEN ${isOver}`)
          .join('\n')} END
        ORDER BY t.organisation_id, t.id FOR UPDATE;
    END`,
  );
}
