import { ApiProperty } from '@nestjs/swagger';
import { ORGANISATION_ROLES, type OrganisationRole, PLATFORM_ROLES } from '@sukoyaka/access';
import { LOCALES, type Locale } from '@sukoyaka/kernel';
import type { SessionStage } from '@sukoyaka/persistence';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { EmailField, SecretField } from '../../../platform/validation/people-fields.js';
import { NamesOutDto } from '../../organisations/dto/names.dto.js';

export const STAGES = ['second-factor', 'enrolment', 'full'] as const;

export class PasswordSignInDto {
  @EmailField()
  readonly email!: string;

  @SecretField({ example: 'correct horse battery staple' })
  readonly password!: string;
}

export class CodeInDto {
  @SecretField({
    max: 100,
    description: 'Six digits of the authenticator app, or a recovery code',
    example: '123456',
  })
  readonly code!: string;
}

export class ConfirmationInDto {
  @SecretField({ example: 'correct horse battery staple' })
  readonly password!: string;

  @SecretField({
    max: 100,
    optional: true,
    description: 'Of who has a second factor: as at sign-in',
    example: '123456',
  })
  readonly code?: string | null;
}

export class SignInOutDto {
  @ApiProperty({
    enum: STAGES,
    description:
      'full: signed in. second-factor: send a code or use a passkey. enrolment: the role demands a second factor, which has to be set up now',
  })
  readonly stage!: SessionStage;
}

export class OwnOrganisationDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.organisationId })
  readonly id!: string;

  @ApiProperty()
  readonly names!: NamesOutDto;

  @ApiProperty({ example: 'TH' })
  readonly country!: string;

  @ApiProperty({ enum: ORGANISATION_ROLES })
  readonly role!: OrganisationRole;

  @ApiProperty({ example: false })
  readonly synthetic!: boolean;
}

export class SessionOutDto extends SignInOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.personId })
  readonly personId!: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'Somsri Suksan' })
  readonly name!: string | null;

  @ApiProperty({ enum: LOCALES })
  readonly language!: Locale;

  @ApiProperty({ enum: PLATFORM_ROLES, isArray: true })
  readonly roles!: readonly string[];

  @ApiProperty({
    description: 'Of a ministry analyst',
    example: ['TH'],
    isArray: true,
    type: 'string',
  })
  readonly countries!: readonly string[];

  @ApiProperty({ description: 'Whether this session has a second factor', example: true })
  readonly secondFactor!: boolean;

  @ApiProperty({ type: [OwnOrganisationDto], description: 'The oldest ones' })
  readonly organisations!: readonly OwnOrganisationDto[];

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Relative link to the others, page by page; null when these are all',
    example: null,
  })
  readonly furtherOrganisations!: string | null;
}
