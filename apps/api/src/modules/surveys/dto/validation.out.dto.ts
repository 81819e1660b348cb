import { ApiProperty } from '@nestjs/swagger';
import { EXAMPLES } from '../../../platform/openapi/examples.js';

export class AnswerProblemOutDto {
  @ApiProperty({ enum: ['error', 'warning'] })
  readonly severity!: string;

  @ApiProperty({ example: 'date-out-of-range' })
  readonly code!: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'assessment-period-end' })
  readonly question!: string | null;

  @ApiProperty({
    description: 'JSON pointer into the answers',
    example: '/answers/assessment-period-end',
  })
  readonly path!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The values that the sentences name',
    example: { date: '2019-03-31', from: '2024-04-01', to: '2026-12-31' },
  })
  readonly params!: object;

  @ApiProperty({
    description: "What is wrong, in the reader's language",
    example: '2019-03-31 lies outside the possible dates, 2024-04-01 to 2026-12-31.',
  })
  readonly reason!: string;

  @ApiProperty({
    description: "What to do about it, in the reader's language",
    example: 'Correct the date.',
  })
  readonly remedy!: string;
}

/** What is to be said of answers: `valid` of what is there, `complete` of what is missing. */
export class ValidationOutDto {
  @ApiProperty({ example: false })
  readonly valid!: boolean;

  @ApiProperty({ description: 'Every visible mandatory question is answered', example: false })
  readonly complete!: boolean;

  @ApiProperty({
    type: [String],
    description: 'Mandatory questions without an answer',
    example: [EXAMPLES.question],
  })
  readonly missing!: readonly string[];

  @ApiProperty({ type: [AnswerProblemOutDto] })
  readonly problems!: readonly AnswerProblemOutDto[];
}
