import { ApiProperty } from '@nestjs/swagger';
import { GRANT_LEVELS, type GrantLevel } from '@sukoyaka/access';
import { NextLinkProperty } from '../../../platform/http/cursor.js';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import {
  ChoiceField,
  IdField,
  IdsField,
  LineField,
  MomentField,
} from '../../../platform/validation/fields.js';
import { NamesOutDto } from '../../organisations/dto/names.dto.js';

export const MOST_ASSESSMENTS = 50;
const LONGEST_NOTE = 300;

export const GRANT_STATES = ['upcoming', 'active', 'ended', 'revoked'] as const;

export class GrantInDto {
  @IdField({
    description: 'The organisation that is to read; it tells its id to who asks it',
    example: EXAMPLES.granteeId,
  })
  readonly granteeId!: string;

  @ChoiceField({
    values: GRANT_LEVELS,
    description:
      '`result`: the result, without answers; `report`: also the report with every answer',
    example: 'result',
  })
  readonly level!: GrantLevel;

  @IdsField({
    max: MOST_ASSESSMENTS,
    description: 'Assessments of the organisation that have a result',
    example: [EXAMPLES.assessmentId],
  })
  readonly assessmentIds!: readonly string[];

  @MomentField({
    optional: true,
    description: 'From when; without it from now. A day back at most, and a year ahead',
    example: null,
  })
  readonly beginsAt?: string | null;

  @MomentField({
    description: 'Until when; at most 731 days after it begins',
    example: EXAMPLES.grantEnd,
  })
  readonly endsAt!: string;

  @LineField({
    max: LONGEST_NOTE,
    optional: true,
    description: 'A word to the readers; both organisations see it',
    example: 'For the yearly review of the group',
  })
  readonly note?: string | null;
}

export class CounterpartOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.granteeId })
  readonly id!: string;

  @ApiProperty()
  readonly names!: NamesOutDto;
}

export class GrantedAssessmentOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.assessmentId })
  readonly id!: string;

  @ApiProperty({ example: EXAMPLES.edition })
  readonly edition!: string;

  @ApiProperty({ format: 'date', example: '2025-04-01' })
  readonly periodStart!: string;

  @ApiProperty({ format: 'date', example: '2026-03-31' })
  readonly periodEnd!: string;
}

export class ReadableAssessmentOutDto extends GrantedAssessmentOutDto {
  @ApiProperty({ description: 'Address of the result' })
  readonly result!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Address of the report; null where only the result is granted',
  })
  readonly report!: string | null;
}

class GrantFactsOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.grantId })
  readonly id!: string;

  @ApiProperty({ enum: GRANT_LEVELS })
  readonly level!: GrantLevel;

  @ApiProperty({ enum: GRANT_STATES })
  readonly state!: (typeof GRANT_STATES)[number];

  @ApiProperty({ type: 'string', nullable: true, example: null })
  readonly note!: string | null;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly beginsAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.grantEnd })
  readonly endsAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly givenAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  readonly revokedAt!: string | null;
}

/** A grant as who has given it sees it. */
export class GrantOutDto extends GrantFactsOutDto {
  @ApiProperty({ description: 'The organisation that may read' })
  readonly grantee!: CounterpartOutDto;

  @ApiProperty({ type: [GrantedAssessmentOutDto] })
  readonly assessments!: readonly GrantedAssessmentOutDto[];
}

export class GrantListOutDto {
  @ApiProperty({ type: [GrantOutDto] })
  readonly grants!: readonly GrantOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}

/** A grant as who has received it sees it. */
export class ReceivedGrantOutDto extends GrantFactsOutDto {
  @ApiProperty({ description: 'The organisation that lets read' })
  readonly giver!: CounterpartOutDto;

  @ApiProperty({
    type: [ReadableAssessmentOutDto],
    description: 'What can be read now: nothing unless the grant is active',
  })
  readonly assessments!: readonly ReadableAssessmentOutDto[];
}

export class ReceivedGrantListOutDto {
  @ApiProperty({ type: [ReceivedGrantOutDto] })
  readonly grants!: readonly ReceivedGrantOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
