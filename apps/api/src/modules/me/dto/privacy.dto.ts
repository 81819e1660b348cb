import { ApiProperty } from '@nestjs/swagger';
import { IdsField } from '../../../platform/validation/fields.js';
import { EmailField } from '../../../platform/validation/people-fields.js';

export class ErasureInDto {
  @EmailField({ description: 'One’s own address, as the sign that it is meant' })
  readonly email!: string;

  @IdsField({
    max: 100,
    optional: true,
    description:
      'Organisations of which one is the last member, as the sign that they are to be left without any: nobody can open them until an operator gives them an owner',
    example: null,
  })
  readonly leaving?: readonly string[] | null;
}

const Entries = (description: string) =>
  ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description,
    example: [],
  });

/** Everything that is kept about a person; times in ISO 8601. */
export class PersonalDataOutDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { email: 'name@example.com', name: 'Somsri Suksan', language: 'th' },
  })
  readonly profile!: object;

  @Entries('Roles beside organisations')
  readonly roles!: readonly object[];

  @Entries('Organisations, with the role in each')
  readonly memberships!: readonly object[];

  @Entries('Where one is signed in')
  readonly sessions!: readonly object[];

  @Entries('When the password was set')
  readonly passwords!: readonly object[];

  @Entries('When an authenticator app was set up')
  readonly authenticatorApps!: readonly object[];

  @Entries('When recovery codes were made and used')
  readonly recoveryCodes!: readonly object[];

  @Entries('Passkeys, without their keys')
  readonly passkeys!: readonly object[];

  @Entries('Accounts at other providers that one signs in with')
  readonly externalIdentities!: readonly object[];

  @Entries('Links that were mailed')
  readonly links!: readonly object[];

  @Entries('Invitations to organisations')
  readonly invitationsReceived!: readonly object[];

  @Entries('Invitations to roles beside organisations')
  readonly staffInvitationsReceived!: readonly object[];

  @Entries('Invitations that one sent, without their addressees')
  readonly invitationsSent!: readonly object[];

  @Entries('Mails, by kind and time')
  readonly mails!: readonly object[];

  @Entries('Consents that one gave or withdrew for an organisation')
  readonly consentsRecorded!: readonly object[];

  @Entries('Accesses to an organisation’s answers that one opened')
  readonly accessesOpened!: readonly object[];

  @Entries('Verifications of organisations that one decided')
  readonly verificationsDecided!: readonly object[];

  @Entries('Grants that one gave for an organisation')
  readonly grantsGiven!: readonly object[];

  @Entries('Tokens that one made for an organisation')
  readonly tokensCreated!: readonly object[];

  @Entries('The log about oneself')
  readonly events!: readonly object[];

  @Entries('What one did in one’s organisations: each action, how often, first and last')
  readonly actions!: readonly object[];
}
