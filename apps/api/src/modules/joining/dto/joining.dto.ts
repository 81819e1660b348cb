import { ApiProperty } from '@nestjs/swagger';
import { ORGANISATION_ROLES, PLATFORM_ROLES } from '@sukoyaka/access';
import { LONGEST_PERSON_NAME } from '@sukoyaka/accounts';
import type { Locale } from '@sukoyaka/kernel';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { LineField } from '../../../platform/validation/fields.js';
import {
  EmailField,
  LanguageField,
  SecretField,
  TimeZoneField,
} from '../../../platform/validation/people-fields.js';
import { NamesOutDto } from '../../organisations/dto/names.dto.js';

const TOKEN = 'As it stands behind "#" in the link that was mailed';

export class SignUpInDto {
  @EmailField()
  readonly email!: string;

  @LineField({ max: LONGEST_PERSON_NAME, example: 'Somsri Suksan' })
  readonly name!: string;

  @LanguageField()
  readonly language!: Locale;

  @TimeZoneField({ optional: true })
  readonly timeZone?: string | null;
}

export class LinkInDto {
  @SecretField({ max: 100, description: TOKEN })
  readonly token!: string;
}

/** A link, and the password that follows from it. */
export class LinkWithPasswordInDto extends LinkInDto {
  @SecretField({ example: 'correct horse battery staple' })
  readonly password!: string;
}

export class AcceptanceInDto extends LinkInDto {
  @LineField({
    max: LONGEST_PERSON_NAME,
    optional: true,
    description: 'Of who has no account yet',
    example: 'Somsri Suksan',
  })
  readonly name?: string | null;

  @SecretField({
    optional: true,
    description: 'Of who has no account yet',
    example: 'correct horse battery staple',
  })
  readonly password?: string | null;

  @LanguageField({ optional: true })
  readonly language?: Locale | null;

  @TimeZoneField({ optional: true })
  readonly timeZone?: string | null;
}

export class AddressInDto {
  @EmailField()
  readonly email!: string;
}

export class InvitationViewDto {
  @ApiProperty({ example: 'name@example.com' })
  readonly email!: string;

  @ApiProperty({ enum: [...ORGANISATION_ROLES, ...PLATFORM_ROLES] })
  readonly role!: string;

  @ApiProperty({
    type: NamesOutDto,
    nullable: true,
    description: 'Of the organisation; null for a role beside organisations',
  })
  readonly organisation!: NamesOutDto | null;

  @ApiProperty({ description: 'Of a ministry analyst', type: [String], example: ['TH'] })
  readonly countries!: readonly string[];

  @ApiProperty({
    description: 'Whether there is an account, which has to be signed in to',
    example: false,
  })
  readonly hasAccount!: boolean;
}

export class AcceptedOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.personId })
  readonly personId!: string;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, example: EXAMPLES.organisationId })
  readonly organisationId!: string | null;

  @ApiProperty({ enum: [...ORGANISATION_ROLES, ...PLATFORM_ROLES] })
  readonly role!: string;
}
