import { ApiProperty } from '@nestjs/swagger';
import { ASSESSMENT_STATUSES } from '@sukoyaka/persistence';
import { AnswerProblemOutDto } from '../../surveys/dto/validation.out.dto.js';

export class EditionReferenceOutDto {
  @ApiProperty({ example: 'jp-hpm-large/2026' })
  readonly id!: string;

  @ApiProperty()
  readonly version!: string;

  @ApiProperty()
  readonly contentHash!: string;
}

export class SectionStateOutDto {
  @ApiProperty()
  readonly id!: string;

  @ApiProperty({ type: 'integer', description: 'How often it was saved; 0 before the first time' })
  readonly version!: number;

  @ApiProperty({ type: 'integer' })
  readonly answered!: number;

  @ApiProperty({ format: 'date-time' })
  readonly savedAt!: string;
}

export class AssessmentOutDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly organisationId!: string;

  @ApiProperty()
  readonly edition!: EditionReferenceOutDto;

  @ApiProperty({ type: [String] })
  readonly ruleSets!: readonly string[];

  @ApiProperty({ format: 'date' })
  readonly periodStart!: string;

  @ApiProperty({ format: 'date' })
  readonly periodEnd!: string;

  @ApiProperty({ enum: ASSESSMENT_STATUSES })
  readonly status!: string;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly submittedAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly scoredAt!: string | null;
}

/** An assessment with the state of each of its sections. */
export class AssessmentDetailOutDto extends AssessmentOutDto {
  @ApiProperty({ type: [SectionStateOutDto] })
  readonly sections!: readonly SectionStateOutDto[];
}

export class AssessmentListOutDto {
  @ApiProperty({ type: [AssessmentOutDto] })
  readonly assessments!: readonly AssessmentOutDto[];
}

export class SectionOutDto {
  @ApiProperty()
  readonly id!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly answers!: Readonly<Record<string, unknown>>;

  @ApiProperty({ format: 'date-time' })
  readonly savedAt!: string;
}

/** A saved section, with what is to be said of its answers. */
export class SavedSectionOutDto extends SectionOutDto {
  @ApiProperty({ type: [AnswerProblemOutDto] })
  readonly problems!: readonly AnswerProblemOutDto[];
}

/** A section that was saved since it was seen. */
export class ConflictingSectionOutDto {
  @ApiProperty({ description: 'Its id' })
  readonly section!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;
}

/** What became of a submission. */
export class SubmissionOutDto extends AssessmentOutDto {
  @ApiProperty({ description: 'Every visible mandatory question is answered' })
  readonly complete!: boolean;

  @ApiProperty({ type: [String], description: 'Mandatory questions without an answer' })
  readonly missing!: readonly string[];
}
