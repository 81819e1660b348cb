import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The life of an assessment, in order. */
export const ASSESSMENT_STATUSES = ['draft', 'submitted', 'scored', 'released'] as const;
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number];

/** One organisation's answers to one survey edition for one period. */
@Entity('assessment')
export class AssessmentEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' })
  readonly organisationId!: string;

  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('text', { name: 'edition_id' })
  readonly editionId!: string;

  @Column('text', { name: 'edition_version' })
  readonly editionVersion!: string;

  /** Content hash of the edition that the answers are for. */
  @Column('text', { name: 'edition_hash' })
  readonly editionHash!: string;

  @Column('text', { name: 'rule_set_ids', array: true })
  readonly ruleSetIds!: string[];

  /** ISO date, first day of the period. */
  @Column('date', { name: 'period_start' })
  readonly periodStart!: string;

  /** ISO date, last day of the period. */
  @Column('date', { name: 'period_end' })
  readonly periodEnd!: string;

  @Column('text', { default: 'draft' })
  readonly status!: AssessmentStatus;

  /** The wave in which it was submitted; null for a draft, and for answers outside of any wave. */
  @Column('uuid', { name: 'wave_id', nullable: true })
  readonly waveId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  readonly submittedAt!: Date | null;

  @Column('timestamptz', { name: 'scored_at', nullable: true })
  readonly scoredAt!: Date | null;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  readonly releasedAt!: Date | null;
}
