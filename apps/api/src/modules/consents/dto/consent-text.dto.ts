import { ApiProperty } from '@nestjs/swagger';
import { TEXT_KINDS } from '@sukoyaka/consent';
import { EXAMPLES } from '../../../platform/openapi/examples.js';

class LocalisedDto {
  @ApiProperty({ example: 'ความยินยอมเข้าร่วม' })
  readonly th!: string;

  @ApiProperty({ example: '参加への同意' })
  readonly ja!: string;

  @ApiProperty({ example: 'Consent to take part' })
  readonly en!: string;
}

class ConsentParagraphDto {
  @ApiProperty({ description: 'Stable within a kind', example: 'withdrawal' })
  readonly topic!: string;

  @ApiProperty()
  readonly heading!: LocalisedDto;

  @ApiProperty()
  readonly text!: LocalisedDto;
}

class LegalReviewDto {
  @ApiProperty({ description: 'Whether a lawyer has read it', example: false })
  readonly reviewed!: boolean;

  @ApiProperty()
  readonly note!: LocalisedDto;
}

export class ConsentTextDto {
  @ApiProperty({ enum: TEXT_KINDS })
  readonly kind!: string;

  @ApiProperty({ example: '1.0' })
  readonly version!: string;

  @ApiProperty({ format: 'date', example: '2026-11-28' })
  readonly effectiveFrom!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    enum: ['renew', 'carries', null],
    description: 'carries: earlier consents still hold; renew: they have to be given anew',
    example: null,
  })
  readonly supersedes!: string | null;

  @ApiProperty({
    description: 'SHA-256 of the text in all languages',
    example: EXAMPLES.contentHash,
  })
  readonly hash!: string;

  @ApiProperty()
  readonly review!: LegalReviewDto;

  @ApiProperty()
  readonly title!: LocalisedDto;

  @ApiProperty()
  readonly summary!: LocalisedDto;

  @ApiProperty({ type: [ConsentParagraphDto] })
  readonly paragraphs!: readonly ConsentParagraphDto[];
}

export class ConsentTextsOutDto {
  @ApiProperty({ enum: TEXT_KINDS })
  readonly kind!: string;

  @ApiProperty({ description: 'Whether it can be consented to; the notice only informs' })
  readonly canBeGiven!: boolean;

  @ApiProperty({ description: 'The version in force', example: '1.0' })
  readonly current!: string;

  @ApiProperty({ type: [ConsentTextDto], description: 'Every version, oldest first' })
  readonly versions!: readonly ConsentTextDto[];
}

export class ConsentTextListOutDto {
  @ApiProperty({ type: [ConsentTextsOutDto] })
  readonly texts!: readonly ConsentTextsOutDto[];
}
