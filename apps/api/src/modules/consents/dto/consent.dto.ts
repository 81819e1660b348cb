import { ApiProperty } from '@nestjs/swagger';
import { CONSENT_DECISIONS, CONSENT_KINDS, type ConsentKind } from '@sukoyaka/consent';
import { LOCALES, type Locale } from '@sukoyaka/kernel';
import { NextLinkProperty } from '../../../platform/http/cursor.js';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { ChoiceField, LineField } from '../../../platform/validation/fields.js';
import { LanguageField } from '../../../platform/validation/people-fields.js';

export class ConsentInDto {
  @ChoiceField({ values: CONSENT_KINDS })
  readonly kind!: ConsentKind;

  @ChoiceField({ values: CONSENT_DECISIONS })
  readonly decision!: 'given' | 'withdrawn';

  @LineField({
    max: 20,
    optional: true,
    description:
      'Version of the text that was shown: to give consent, the one in force; to withdraw it, none is needed',
    example: '1.0',
  })
  readonly textVersion?: string | null;

  @LanguageField({ description: 'In which it was shown' })
  readonly language!: Locale;
}

class ConsentPersonDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.personId })
  readonly id!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Null once they have left the organisation or been erased',
    example: 'Somsri Suksan',
  })
  readonly name!: string | null;
}

class ConsentRecordDto {
  @ApiProperty({ type: 'integer', example: 1 })
  readonly sequence!: number;

  @ApiProperty({ enum: CONSENT_DECISIONS })
  readonly decision!: string;

  @ApiProperty({ example: '1.0' })
  readonly textVersion!: string;

  @ApiProperty({ description: 'SHA-256 of the text', example: EXAMPLES.contentHash })
  readonly textHash!: string;

  @ApiProperty({ enum: LOCALES })
  readonly language!: Locale;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly at!: string;

  @ApiProperty()
  readonly by!: ConsentPersonDto;
}

export class ConsentStateOutDto {
  @ApiProperty({ enum: CONSENT_KINDS })
  readonly kind!: string;

  @ApiProperty({ enum: ['never', ...CONSENT_DECISIONS] })
  readonly state!: string;

  @ApiProperty({
    description: 'Whether it has effect: given, to a text that still holds',
    example: true,
  })
  readonly holds!: boolean;

  @ApiProperty({ description: 'Version of the text in force', example: '1.0' })
  readonly currentVersion!: string;

  @ApiProperty({
    type: [ConsentRecordDto],
    description:
      'Decisions, the latest first: in a list those of its page, after a decision the latest ones',
  })
  readonly history!: readonly ConsentRecordDto[];
}

export class ConsentListOutDto {
  @ApiProperty({ type: [ConsentStateOutDto] })
  readonly consents!: readonly ConsentStateOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
