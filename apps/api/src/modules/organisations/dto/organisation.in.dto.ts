import {
  INDUSTRY_SCHEMES,
  type IndustryScheme,
  ISIC_SECTIONS,
  OWNERSHIPS,
  type Ownership,
} from '@sukoyaka/classification';
import { REGISTRATION_TYPES, type RegistrationType } from '@sukoyaka/identifiers';
import {
  ChoiceField,
  CountryField,
  LineField,
  ObjectField,
  WholeNumberField,
} from '../../../platform/validation/fields.js';
import { NamesInDto } from './names.dto.js';

export class RegistrationInDto {
  @ChoiceField({
    values: REGISTRATION_TYPES,
    description: 'One of the organisation’s country, or other; a parent’s can be of any country',
    example: 'th-juristic',
  })
  readonly type!: RegistrationType;

  @LineField({
    max: 60,
    description: 'As printed; spaces, hyphens, Thai and full-width digits are understood',
    example: '0-1055-36000-31-3',
  })
  readonly number!: string;
}

export class IndustryCodeInDto {
  @ChoiceField({ values: INDUSTRY_SCHEMES, description: 'Thai codes are TSIC, Japanese ones JSIC' })
  readonly scheme!: IndustryScheme;

  @LineField({
    max: 10,
    description: 'As it is printed; Thai and full-width digits are understood',
    example: '2930',
  })
  readonly code!: string;
}

export class GroupInDto {
  @LineField({
    max: 150,
    description: 'Name of the group, or of its ultimate parent',
    example: 'Sample Group',
  })
  readonly name!: string;

  @ObjectField(() => RegistrationInDto, { optional: true, description: 'Of the ultimate parent' })
  readonly registration?: RegistrationInDto | null;
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
    description:
      'ISIC Rev. 4 section; it follows from the code where there is one, unless that lies in several',
    example: 'C',
  })
  readonly industry?: string | null;

  @ObjectField(() => IndustryCodeInDto, { optional: true })
  readonly industryCode?: IndustryCodeInDto | null;

  @ObjectField(() => GroupInDto, { optional: true })
  readonly group?: GroupInDto | null;

  @WholeNumberField({ min: 1, max: 10_000_000, optional: true, example: 480 })
  readonly employees?: number | null;

  @ChoiceField({ values: OWNERSHIPS, optional: true })
  readonly ownership?: Ownership | null;
}
