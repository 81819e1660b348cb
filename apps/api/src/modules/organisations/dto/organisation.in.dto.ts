import { REGISTRATION_TYPES, type RegistrationType } from '@sukoyaka/identifiers';
import {
  ChoiceField,
  CountryField,
  LineField,
  ObjectField,
  WholeNumberField,
} from '../../../platform/validation/fields.js';
import { NamesInDto } from './names.dto.js';

const ISIC_SECTIONS = 'ABCDEFGHIJKLMNOPQRSTU'.split('');

/** Who owns the organisation: an attribute by which waves are described. */
export const OWNERSHIPS = [
  'local',
  'japanese-affiliate',
  'foreign-affiliate',
  'joint-venture',
  'state-owned',
] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

export class RegistrationInDto {
  @ChoiceField({ values: REGISTRATION_TYPES })
  readonly type!: RegistrationType;

  @LineField({
    max: 60,
    description: 'As printed; spaces, hyphens and Thai digits are understood',
    example: '4011 0010 98993',
  })
  readonly number!: string;
}

/** What is said of an organisation when it is created or changed. */
export class OrganisationInDto {
  @ObjectField(() => NamesInDto)
  readonly names!: NamesInDto;

  @CountryField({ description: 'ISO 3166-1 alpha-2', example: 'TH' })
  readonly country!: string;

  @ObjectField(() => RegistrationInDto, { optional: true })
  readonly registration?: RegistrationInDto | null;

  @ChoiceField({
    values: ISIC_SECTIONS,
    optional: true,
    description: 'ISIC Rev. 4 section',
    example: 'C',
  })
  readonly industry?: string | null;

  @WholeNumberField({ min: 1, max: 10_000_000, optional: true, example: 480 })
  readonly employees?: number | null;

  @ChoiceField({ values: OWNERSHIPS, optional: true })
  readonly ownership?: Ownership | null;
}
