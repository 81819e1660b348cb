import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { ApiProperty } from '@nestjs/swagger';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { field, LineField, rule } from '../../../platform/validation/fields.js';
import { SignInOutDto } from '../../session/dto/session.dto.js';
import { isAssertion, isRegistration } from '../credential-forms.js';

const ID = 'bG9vayBsaWtlIGEgY3JlZGVudGlhbA';
const OPEN = { type: 'object', additionalProperties: true } as const;

/** A credential as the browser's `toJSON()` gives it, which the library reads. */
function CredentialField(isFit: (value: unknown) => boolean, response: object) {
  const example = { id: ID, rawId: ID, type: 'public-key', clientExtensionResults: {}, response };
  const description = 'What `toJSON()` of the credential gives in the browser';
  return field(OPEN, { description, example }, rule('passkey', isFit));
}

export class PasskeyInDto {
  @LineField({ max: 60, description: 'What its owner calls it', example: 'Office laptop' })
  readonly label!: string;

  @CredentialField(isRegistration, { clientDataJSON: 'e30', attestationObject: 'oA' })
  readonly credential!: RegistrationResponseJSON;
}

export class PasskeySignInDto {
  @CredentialField(isAssertion, {
    clientDataJSON: 'e30',
    authenticatorData: 'AA',
    signature: 'AA',
    userHandle: 'AA',
  })
  readonly credential!: AuthenticationResponseJSON;
}

export class PasskeyCreationOutDto {
  @ApiProperty({
    ...OPEN,
    description: 'For `PublicKeyCredential.parseCreationOptionsFromJSON`; holds for five minutes',
  })
  readonly publicKey!: PublicKeyCredentialCreationOptionsJSON;
}

export class PasskeyRequestOutDto {
  @ApiProperty({
    ...OPEN,
    description: 'For `PublicKeyCredential.parseRequestOptionsFromJSON`; holds for five minutes',
  })
  readonly publicKey!: PublicKeyCredentialRequestOptionsJSON;
}

export class PasskeyOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.passkeyId })
  readonly id!: string;

  @ApiProperty({ example: 'Office laptop' })
  readonly label!: string;

  @ApiProperty({ description: 'Whether several devices share it', example: true })
  readonly synced!: boolean;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly createdAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: EXAMPLES.moment })
  readonly lastUsedAt!: string | null;
}

export class PasskeyListOutDto {
  @ApiProperty({ type: [PasskeyOutDto] })
  readonly passkeys!: readonly PasskeyOutDto[];
}

export class PasskeyAddedOutDto extends SignInOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.passkeyId })
  readonly id!: string;

  @ApiProperty({
    type: [String],
    description: 'With the first second factor, and shown this once; otherwise none',
    example: ['AB3D-…'],
  })
  readonly recoveryCodes!: readonly string[];
}
