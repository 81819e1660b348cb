import { ApiProperty } from '@nestjs/swagger';
import { WAVE_STATES, type WaveState } from '@sukoyaka/persistence';
import { NextLinkProperty, PageQueryDto } from '../../platform/http/cursor.js';
import { EXAMPLES } from '../../platform/openapi/examples.js';
import { AuditTextField } from '../../platform/validation/audit-text-field.js';
import {
  ChoiceField,
  CountryField,
  LineField,
  MomentField,
} from '../../platform/validation/fields.js';

export class WaveInDto {
  @LineField({ max: 100, description: 'Id of a survey edition', example: EXAMPLES.edition })
  readonly edition!: string;

  @CountryField({ example: 'TH' })
  readonly country!: string;

  @MomentField({ optional: true, description: 'At once, unless it says otherwise', example: null })
  readonly opensAt?: string | null;

  @MomentField({ example: '2099-03-31T23:59:59+07:00' })
  readonly closesAt!: string;
}

export class WaveExtensionInDto {
  @MomentField({ example: '2099-06-30T23:59:59+07:00' })
  readonly closesAt!: string;

  @AuditTextField({ min: 5, example: 'Floods in the south' })
  readonly reason!: string;
}

export class WaveQueryDto extends PageQueryDto {
  @LineField({ max: 100, optional: true, example: EXAMPLES.edition })
  readonly edition?: string;

  @CountryField({ optional: true, example: 'TH' })
  readonly country?: string;

  @ChoiceField({ values: WAVE_STATES, optional: true })
  readonly state?: WaveState;
}

export class WaveOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.waveId })
  readonly id!: string;

  @ApiProperty({ example: EXAMPLES.edition })
  readonly edition!: string;

  @ApiProperty({ example: 'TH' })
  readonly country!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly opensAt!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'When it ends by itself',
    example: EXAMPLES.moment,
  })
  readonly closesAt!: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When it was ended',
    example: null,
  })
  readonly closedAt!: string | null;

  @ApiProperty({ enum: WAVE_STATES })
  readonly state!: WaveState;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly version!: number;
}

export class WaveListOutDto {
  @ApiProperty({ type: [WaveOutDto] })
  readonly waves!: readonly WaveOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
