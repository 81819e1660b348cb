import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rule set as it stood when a result was made. */
export interface RuleSetStamp {
  readonly id: string;
  readonly version: string;
}

/** The result of a submitted assessment; written once. */
@Entity('evaluation_result')
export class EvaluationResultEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' })
  readonly organisationId!: string;

  @PrimaryColumn('uuid', { name: 'assessment_id' })
  readonly assessmentId!: string;

  @Column('jsonb')
  readonly result!: object;

  @Column('jsonb', { name: 'rule_sets' })
  readonly ruleSets!: readonly RuleSetStamp[];

  @Column('timestamptz', { name: 'evaluated_at', default: () => 'now()' })
  readonly evaluatedAt!: Date;
}
