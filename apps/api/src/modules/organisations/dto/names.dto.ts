import { ApiProperty } from '@nestjs/swagger';
import { LineField } from '../../../platform/validation/fields.js';

/** In characters; an answer sheet takes twice as many UTF-16 units. */
const LONGEST_NAME = 150;

/** A name in the languages in which there is one; at least one. */
export class NamesInDto {
  @LineField({ max: LONGEST_NAME, optional: true, example: 'บริษัท ตัวอย่าง จำกัด' })
  readonly th?: string;

  @LineField({ max: LONGEST_NAME, optional: true, example: '見本株式会社' })
  readonly ja?: string;

  @LineField({ max: LONGEST_NAME, optional: true, example: 'Sample Co., Ltd.' })
  readonly en?: string;
}

/** A name in three languages, null where there is none. */
export class NamesOutDto {
  @ApiProperty({ type: 'string', nullable: true, example: 'บริษัท ตัวอย่าง จำกัด' })
  readonly th!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: '見本株式会社' })
  readonly ja!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Sample Co., Ltd.' })
  readonly en!: string | null;
}
