import { ApiProperty } from '@nestjs/swagger';

export class AnswerProblemOutDto {
  @ApiProperty({ enum: ['error', 'warning'] })
  readonly severity!: string;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ type: 'string', nullable: true })
  readonly question!: string | null;

  @ApiProperty({ description: 'JSON pointer into the answers' })
  readonly path!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The values that the sentences name',
  })
  readonly params!: object;

  @ApiProperty({ description: "What is wrong, in the reader's language" })
  readonly reason!: string;

  @ApiProperty({ description: "What to do about it, in the reader's language" })
  readonly remedy!: string;
}

/** What is to be said of answers: `valid` of what is there, `complete` of what is missing. */
export class ValidationOutDto {
  @ApiProperty()
  readonly valid!: boolean;

  @ApiProperty({ description: 'Every visible mandatory question is answered' })
  readonly complete!: boolean;

  @ApiProperty({ type: [String], description: 'Mandatory questions without an answer' })
  readonly missing!: readonly string[];

  @ApiProperty({ type: [AnswerProblemOutDto] })
  readonly problems!: readonly AnswerProblemOutDto[];
}
