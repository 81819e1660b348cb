import type { RowRules } from './row-level-security.js';

const BY_ACTOR = '(SELECT acting_person())';
const PRESENTED = 'token_hash = (SELECT presented_key())';
const WAITS = 'accepted_at IS NULL AND revoked_at IS NULL';

/**
 * Who may write invitations, for those of an organisation and of the platform alike. They are made
 * in one's own name. After that one is taken back by who `mayInvite`, or accepted by its bearer for
 * themself, once: what was taken back, or is too old, stays so.
 */
export function invitationRules(mayInvite: string): Pick<RowRules, 'insert' | 'update'> {
  return {
    insert: `(${mayInvite}) AND invited_by = ${BY_ACTOR} AND ${WAITS}`,
    update: {
      from: `${WAITS} AND ((${mayInvite}) OR (${PRESENTED} AND expires_at > now()))`,
      to: `(accepted_at IS NULL AND (${mayInvite}))
        OR (${PRESENTED} AND accepted_by = ${BY_ACTOR} AND accepted_at = now() AND revoked_at IS NULL)`,
    },
  };
}

/**
 * Whether an invitation can be taken at this moment: it waits, or this very transaction accepts it.
 * Who took one and left again needs another.
 */
export function isOfferedNow(invitation: string): string {
  const i = invitation;
  return `${i}.revoked_at IS NULL AND ${i}.expires_at > now() AND (${i}.accepted_at IS NULL
    OR (${i}.accepted_at = now() AND ${i}.accepted_by = acting_person()))`;
}
