import { ApiProperty } from '@nestjs/swagger';
import { PLATFORM_ROLES, type PlatformRole } from '@sukoyaka/access';
import type { Locale } from '@sukoyaka/kernel';
import { VERIFICATION_STATES, type VerificationState } from '@sukoyaka/persistence';
import { NextLinkProperty, PageQueryDto } from '../../platform/http/cursor.js';
import { EXAMPLES } from '../../platform/openapi/examples.js';
import { AuditTextField } from '../../platform/validation/audit-text-field.js';
import {
  ChoiceField,
  CountryField,
  DateField,
  LineField,
  WholeNumberField,
} from '../../platform/validation/fields.js';
import {
  CountriesField,
  EmailField,
  LanguageField,
} from '../../platform/validation/people-fields.js';
import { OrganisationOutDto } from '../organisations/dto/organisation.out.dto.js';

export class DirectoryQueryDto extends PageQueryDto {
  @ChoiceField({ values: VERIFICATION_STATES, optional: true })
  readonly state?: VerificationState;

  @CountryField({ optional: true, example: 'TH' })
  readonly country?: string;

  @LineField({
    max: 100,
    optional: true,
    description: 'Part of a name, in any language',
    example: 'Sample',
  })
  readonly name?: string;
}

export class DirectoryOutDto {
  @ApiProperty({ type: [OrganisationOutDto] })
  readonly organisations!: readonly OrganisationOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}

export class VerificationInDto {
  @ChoiceField({ values: VERIFICATION_STATES })
  readonly state!: VerificationState;

  @AuditTextField({ min: 5, example: 'Company register, extract of 2026-05-12' })
  readonly evidence!: string;
}

export class AccessInDto {
  @AuditTextField({ min: 10, example: 'The company asked by phone for help with section 3' })
  readonly reason!: string;

  @WholeNumberField({
    min: 5,
    max: 480,
    optional: true,
    description: 'How long; an hour unless it says otherwise',
    example: 60,
  })
  readonly minutes?: number | null;
}

export class AccessOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.accessId })
  readonly id!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Name of the operator; null once erased',
    example: 'Somchai',
  })
  readonly operator!: string | null;

  @ApiProperty({ example: 'The company asked by phone for help with section 3' })
  readonly reason!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly openedAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly expiresAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  readonly closedAt!: string | null;

  @ApiProperty({ description: 'Whether it is open at this moment', example: true })
  readonly open!: boolean;
}

export class AccessListOutDto {
  @ApiProperty({ type: [AccessOutDto] })
  readonly accesses!: readonly AccessOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}

export class ReadingOutDto {
  @ApiProperty({ enum: ['answers.read', 'result.read', 'report.read'] })
  readonly action!: string;

  @ApiProperty({ format: 'uuid', example: EXAMPLES.assessmentId })
  readonly assessmentId!: string;

  @ApiProperty({ type: 'integer', example: 2 })
  readonly times!: number;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly firstAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly lastAt!: string;
}

export class SeenAccessOutDto extends AccessOutDto {
  @ApiProperty({ type: [ReadingOutDto], description: 'What was read' })
  readonly readings!: readonly ReadingOutDto[];
}

export class SeenAccessListOutDto {
  @ApiProperty({ type: [SeenAccessOutDto] })
  readonly accesses!: readonly SeenAccessOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}

export class AssessorInDto {
  @EmailField()
  readonly email!: string;

  @LanguageField({ description: 'Of the mail' })
  readonly language!: Locale;

  @DateField({ description: 'Last day (UTC), within 366 days', example: '2027-03-31' })
  readonly endsOn!: string;

  @AuditTextField({ min: 10, example: 'Document check and site visit of the round of 2026' })
  readonly reason!: string;
}

export class StaffInvitationInDto {
  @EmailField()
  readonly email!: string;

  @LanguageField({ description: 'Of the mail' })
  readonly language!: Locale;

  @ChoiceField({
    values: PLATFORM_ROLES,
    description: 'An operator has no countries, an analyst at least one',
    example: 'ministry-analyst',
  })
  readonly role!: PlatformRole;

  @CountriesField({ optional: true, example: ['TH'] })
  readonly countries?: readonly string[] | null;
}

export class StaffInvitationOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.invitationId })
  readonly id!: string;

  @ApiProperty({ example: 'name@example.com' })
  readonly email!: string;

  @ApiProperty({ enum: PLATFORM_ROLES })
  readonly role!: PlatformRole;

  @ApiProperty({ type: [String], example: ['TH'] })
  readonly countries!: readonly string[];

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly expiresAt!: string;
}

export class StaffMemberOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.personId })
  readonly personId!: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'Somchai' })
  readonly name!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'name@example.com' })
  readonly email!: string | null;

  @ApiProperty({ enum: PLATFORM_ROLES })
  readonly role!: PlatformRole;

  @ApiProperty({ type: [String], example: ['TH'] })
  readonly countries!: readonly string[];
}

export class StaffListOutDto {
  @ApiProperty({ type: [StaffMemberOutDto] })
  readonly staff!: readonly StaffMemberOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}

export class StaffInvitationListOutDto {
  @ApiProperty({ type: [StaffInvitationOutDto] })
  readonly invitations!: readonly StaffInvitationOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
