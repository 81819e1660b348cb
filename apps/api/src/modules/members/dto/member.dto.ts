import { ApiProperty } from '@nestjs/swagger';
import { ORGANISATION_ROLES, type OrganisationRole } from '@sukoyaka/access';
import { LOCALES, type Locale } from '@sukoyaka/kernel';
import { NextLinkProperty } from '../../../platform/http/cursor.js';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { ChoiceField, DateField } from '../../../platform/validation/fields.js';
import { EmailField, LanguageField } from '../../../platform/validation/people-fields.js';

export class RoleInDto {
  @ChoiceField({ values: ORGANISATION_ROLES })
  readonly role!: OrganisationRole;
}

export class InvitationInDto extends RoleInDto {
  @EmailField()
  readonly email!: string;

  @LanguageField({ description: 'Of the mail' })
  readonly language!: Locale;

  @DateField({
    optional: true,
    description: 'Last day of the membership (UTC); without one it has no end. Not for owners',
    example: '2027-03-31',
  })
  readonly endsOn?: string | null;
}

export class MemberOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.personId })
  readonly personId!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Null once erased',
    example: 'Somsri Suksan',
  })
  readonly name!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'name@example.com' })
  readonly email!: string | null;

  @ApiProperty({ enum: ORGANISATION_ROLES })
  readonly role!: OrganisationRole;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly joinedAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  readonly endsAt!: string | null;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly version!: number;
}

export class MemberListOutDto {
  @ApiProperty({ type: [MemberOutDto] })
  readonly members!: readonly MemberOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}

export class InvitationOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.invitationId })
  readonly id!: string;

  @ApiProperty({ example: 'name@example.com' })
  readonly email!: string;

  @ApiProperty({ enum: ORGANISATION_ROLES })
  readonly role!: OrganisationRole;

  @ApiProperty({ enum: LOCALES })
  readonly language!: Locale;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly expiresAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  readonly membershipEndsAt!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Why an operator invited; null where the organisation itself did',
    example: null,
  })
  readonly reason!: string | null;
}

export class InvitationListOutDto {
  @ApiProperty({ type: [InvitationOutDto] })
  readonly invitations!: readonly InvitationOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
