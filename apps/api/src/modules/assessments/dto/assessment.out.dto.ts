import { ApiProperty } from '@nestjs/swagger';
import { PARTICIPATION_STATES } from '@sukoyaka/consent';
import { ASSESSMENT_STATUSES } from '@sukoyaka/persistence';
import { NextLinkProperty } from '../../../platform/http/cursor.js';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { AnswerProblemOutDto } from '../../surveys/dto/validation.out.dto.js';

export class EditionReferenceOutDto {
  @ApiProperty({ example: 'jp-hpm-large/2026' })
  readonly id!: string;

  @ApiProperty({ example: EXAMPLES.editionVersion })
  readonly version!: string;

  @ApiProperty({ example: EXAMPLES.contentHash })
  readonly contentHash!: string;
}

export class SectionStateOutDto {
  @ApiProperty({ example: EXAMPLES.section })
  readonly id!: string;

  @ApiProperty({
    type: 'integer',
    description: 'How often it was saved; 0 before the first time',
    example: 3,
  })
  readonly version!: number;

  @ApiProperty({ type: 'integer', example: 6 })
  readonly answered!: number;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly savedAt!: string;
}

export class AssessmentOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.assessmentId })
  readonly id!: string;

  @ApiProperty({ format: 'uuid', example: EXAMPLES.organisationId })
  readonly organisationId!: string;

  @ApiProperty()
  readonly edition!: EditionReferenceOutDto;

  @ApiProperty({ type: [String], example: EXAMPLES.ruleSets })
  readonly ruleSets!: readonly string[];

  @ApiProperty({ format: 'date', example: '2025-04-01' })
  readonly periodStart!: string;

  @ApiProperty({ format: 'date', example: '2026-03-31' })
  readonly periodEnd!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'The wave in which it was submitted; null outside of any',
    example: null,
  })
  readonly wave!: string | null;

  @ApiProperty({ enum: ASSESSMENT_STATUSES })
  readonly status!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly createdAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  readonly submittedAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  readonly scoredAt!: string | null;
}

export class ParticipationOutDto {
  @ApiProperty({
    enum: PARTICIPATION_STATES,
    description:
      'Whether it counts in the statistics of its wave: counted; not-consented or withdrawn, by the consent to take part; not-submitted; outside-wave, submitted while none was open',
  })
  readonly state!: string;
}

/** An assessment with the state of each of its sections. */
export class AssessmentDetailOutDto extends AssessmentOutDto {
  @ApiProperty()
  readonly participation!: ParticipationOutDto;

  @ApiProperty({ type: [SectionStateOutDto] })
  readonly sections!: readonly SectionStateOutDto[];
}

export class AssessmentListOutDto {
  @ApiProperty({ type: [AssessmentOutDto] })
  readonly assessments!: readonly AssessmentOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}

/** What was to be saved, and the version that it was based on. */
export class SentSectionOutDto {
  @ApiProperty({ type: 'integer', example: 3 })
  readonly version!: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { [EXAMPLES.question]: 'written' },
  })
  readonly answers!: Readonly<Record<string, unknown>>;
}

export class SectionOutDto extends SentSectionOutDto {
  @ApiProperty({ example: EXAMPLES.section })
  readonly id!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly savedAt!: string;
}

/** A saved section, with what is to be said of its answers. */
export class SavedSectionOutDto extends SectionOutDto {
  @ApiProperty({ type: [AnswerProblemOutDto] })
  readonly problems!: readonly AnswerProblemOutDto[];
}

/** A section that was saved since it was seen. */
export class ConflictingSectionOutDto {
  @ApiProperty({ description: 'Its id', example: EXAMPLES.section })
  readonly section!: string;

  @ApiProperty({ type: 'integer', example: 4 })
  readonly version!: number;
}

/** What became of a submission. */
export class SubmissionOutDto extends AssessmentOutDto {
  @ApiProperty({ description: 'Every visible mandatory question is answered', example: false })
  readonly complete!: boolean;

  @ApiProperty({
    type: [String],
    description: 'Mandatory questions without an answer',
    example: [EXAMPLES.question],
  })
  readonly missing!: readonly string[];
}
