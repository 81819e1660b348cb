import { ApiProperty } from '@nestjs/swagger';
import { VERIFICATION_STATES, type VerificationState } from '@sukoyaka/persistence';
import { EXAMPLES } from '../../../platform/openapi/examples.js';

const REASONS = ['not-checked', 'facts-changed', 'refused'] as const;

export class VerificationOutDto {
  @ApiProperty({ enum: VERIFICATION_STATES })
  readonly state!: VerificationState;

  @ApiProperty({
    type: 'string',
    enum: [...REASONS, null],
    nullable: true,
    description:
      'Why it is not verified; facts-changed: name, country or registration are not as checked',
  })
  readonly reason!: (typeof REASONS)[number] | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: EXAMPLES.moment })
  readonly decidedAt!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Name of the operator; null once erased',
    example: 'Somchai',
  })
  readonly decidedBy!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    example: 'Company register, extract of 2026-05-12',
  })
  readonly evidence!: string | null;
}
