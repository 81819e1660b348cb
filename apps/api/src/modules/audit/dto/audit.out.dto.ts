import { ApiProperty } from '@nestjs/swagger';
import type { AuditFacts } from '@sukoyaka/audit';
import { NextLinkProperty } from '../../../platform/http/cursor.js';
import { EXAMPLES } from '../../../platform/openapi/examples.js';

export const ACTOR_KINDS = ['person', 'token', 'service'] as const;

export class AuditActorOutDto {
  @ApiProperty({ enum: ACTOR_KINDS })
  readonly kind!: (typeof ACTOR_KINDS)[number];

  @ApiProperty({ type: 'string', nullable: true, example: EXAMPLES.personId })
  readonly id!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description:
      'Of a colleague or of staff, or the label of a token; null where it is not known any more, and for machines',
    example: 'Somsri Suksan',
  })
  readonly name!: string | null;
}

export class AuditObjectOutDto {
  @ApiProperty({ example: 'assessment' })
  readonly kind!: string;

  @ApiProperty({ type: 'string', nullable: true, example: EXAMPLES.assessmentId })
  readonly id!: string | null;
}

const FACTS = { type: 'object', nullable: true, additionalProperties: true } as const;

export class AuditEventOutDto {
  @ApiProperty({ type: 'integer', description: 'Counts from 1 without gaps', example: 42 })
  readonly sequence!: number;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly at!: string;

  @ApiProperty({ type: AuditActorOutDto })
  readonly actor!: AuditActorOutDto;

  @ApiProperty({ example: 'section.saved' })
  readonly action!: string;

  @ApiProperty({
    description: "What happened, in the reader's language",
    example: 'Answers of the section "policy" were saved (version 4).',
  })
  readonly text!: string;

  @ApiProperty({ type: AuditObjectOutDto })
  readonly object!: AuditObjectOutDto;

  @ApiProperty({ ...FACTS, example: null })
  readonly before!: AuditFacts | null;

  @ApiProperty({ ...FACTS, example: { section: EXAMPLES.section, version: 4 } })
  readonly after!: AuditFacts | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'What events of one request have in common',
    example: EXAMPLES.correlationId,
  })
  readonly correlationId!: string | null;

  @ApiProperty({ description: 'Of the event before it', example: EXAMPLES.contentHash })
  readonly previousHash!: string;

  @ApiProperty({ example: EXAMPLES.contentHash })
  readonly hash!: string;
}

export class AuditEventListOutDto {
  @ApiProperty({ type: [AuditEventOutDto] })
  readonly events!: readonly AuditEventOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
