import type { EntityManager } from 'typeorm';
import { affectedBy, holdAlone, rowsOf } from '../rows.js';

export const VERIFICATION_STATES = ['verified', 'unverified'] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** The last decision on whether an organisation is who it says. */
export interface VerificationRow {
  readonly organisationId: string;
  readonly state: VerificationState;
  readonly evidence: string;
  readonly decidedAt: Date;
  /** Null once erased. */
  readonly decidedBy: string | null;
  /** Whether name, country and registration still are what was looked at. */
  readonly isOfPresentFacts: boolean;
}

export interface VerificationDecision {
  readonly state: VerificationState;
  readonly evidence: string;
  readonly decidedBy: string;
}

/** The last decision on each organisation, with whether it holds of its present facts. */
export const LAST_VERIFICATIONS = `
  SELECT DISTINCT ON (v.organisation_id) v.organisation_id, v.state, v.evidence, v.decided_at,
    v.decided_by, v.facts_hash = identifying_facts_hash(o) AS is_of_present_facts
  FROM organisation_verification v JOIN organisation o ON o.id = v.organisation_id
  ORDER BY v.organisation_id, v.sequence DESC`;

/** Which organisations have been verified. Decisions are added, never changed. */
export class VerificationRepository {
  constructor(private readonly manager: EntityManager) {}

  async find(organisationId: string): Promise<VerificationRow | null> {
    return (await this.findAll([organisationId]))[0] ?? null;
  }

  findAll(organisationIds: readonly string[]): Promise<readonly VerificationRow[]> {
    return rowsOf(
      this.manager,
      `SELECT organisation_id AS "organisationId", state, evidence, decided_at AS "decidedAt",
         verifier_name(decided_by) AS "decidedBy", is_of_present_facts AS "isOfPresentFacts"
       FROM (${LAST_VERIFICATIONS}) AS last WHERE organisation_id = ANY ($1)`,
      [organisationIds],
    );
  }

  /**
   * Adds a decision on the facts of `version`; false when the organisation is of another by now.
   * Facts that change at the same moment are not those that are noted, so that nothing else passes
   * as verified.
   */
  async decide(
    organisationId: string,
    { state, evidence, decidedBy }: VerificationDecision,
    version: number,
  ): Promise<boolean> {
    await holdAlone(this.manager, `verification ${organisationId}`);
    const affected = await affectedBy(
      this.manager,
      `INSERT INTO organisation_verification
         (organisation_id, sequence, state, facts_hash, evidence, decided_by)
       SELECT o.id, 1 + coalesce((SELECT max(v.sequence) FROM organisation_verification v
           WHERE v.organisation_id = o.id), 0), $2, identifying_facts_hash(o), $3, $4::uuid
       FROM organisation o WHERE o.id = $1 AND o.version = $5`,
      [organisationId, state, evidence, decidedBy, version],
    );
    return affected === 1;
  }
}
