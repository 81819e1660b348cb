import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Answers by question id, as JSON values; their shapes are the survey's to judge. */
export type StoredAnswers = Readonly<Record<string, object | string | number | boolean | null>>;

/** The answers of one section of an assessment: the unit that is saved and guarded. */
@Entity('assessment_section')
export class AssessmentSectionEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' })
  readonly organisationId!: string;

  @PrimaryColumn('uuid', { name: 'assessment_id' })
  readonly assessmentId!: string;

  @PrimaryColumn('text', { name: 'section_id' })
  readonly sectionId!: string;

  @Column('jsonb')
  readonly answers!: StoredAnswers;

  /** How often it was saved; 0 before the first time. */
  @Column('integer', { default: 0 })
  readonly version!: number;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  readonly updatedAt!: Date;
}
