import { ApiProperty } from '@nestjs/swagger';
import { LONGEST_PERSON_NAME } from '@sukoyaka/accounts';
import { LOCALES, type Locale } from '@sukoyaka/kernel';
import { NextLinkProperty } from '../../../platform/http/cursor.js';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { LineField } from '../../../platform/validation/fields.js';
import {
  LanguageField,
  SecretField,
  TimeZoneField,
} from '../../../platform/validation/people-fields.js';

export class MeInDto {
  @LineField({ max: LONGEST_PERSON_NAME, example: 'Somsri Suksan' })
  readonly name!: string;

  @LanguageField()
  readonly language!: Locale;

  @TimeZoneField()
  readonly timeZone!: string;
}

class FactorsOutDto {
  @ApiProperty({ example: true })
  readonly hasPassword!: boolean;

  @ApiProperty({ description: 'Codes of an authenticator app', example: true })
  readonly hasTotp!: boolean;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly passkeys!: number;

  @ApiProperty({ type: 'integer', description: 'Accounts with identity providers', example: 0 })
  readonly identities!: number;

  @ApiProperty({ type: 'integer', description: 'Recovery codes that are left', example: 10 })
  readonly recoveryCodes!: number;
}

export class MeOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.personId })
  readonly id!: string;

  @ApiProperty({ example: 'name@example.com' })
  readonly email!: string;

  @ApiProperty({ example: 'Somsri Suksan' })
  readonly name!: string;

  @ApiProperty({ enum: LOCALES })
  readonly language!: Locale;

  @ApiProperty({ example: 'Asia/Bangkok' })
  readonly timeZone!: string;

  @ApiProperty({ description: 'Made up by the product for its demonstration', example: false })
  readonly synthetic!: boolean;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly version!: number;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly createdAt!: string;

  @ApiProperty()
  readonly factors!: FactorsOutDto;
}

export class PasswordChangeDto {
  @SecretField({ example: 'the one until now' })
  readonly current!: string;

  @SecretField({ example: 'correct horse battery staple' })
  readonly password!: string;
}

export class TotpSetupOutDto {
  @ApiProperty({ description: 'To type into the app', example: 'JBSWY3DPEHPK3PXP' })
  readonly secret!: string;

  @ApiProperty({ description: 'To show as a QR code', example: 'otpauth://totp/Sukoyaka:…' })
  readonly uri!: string;
}

export class RecoveryCodesOutDto {
  @ApiProperty({
    type: [String],
    description: 'Shown this once: each opens the account one time when the other factor is lost',
    example: ['AB3D-…'],
  })
  readonly recoveryCodes!: readonly string[];
}

export class SessionSummaryOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.sessionId })
  readonly id!: string;

  @ApiProperty({ description: 'Whether it is the one of this request', example: true })
  readonly isCurrent!: boolean;

  @ApiProperty({ enum: ['password', 'passkey', 'oidc', 'link'] })
  readonly method!: string;

  @ApiProperty({ example: true })
  readonly secondFactor!: boolean;

  @ApiProperty({ description: 'As the browser calls itself', example: 'Mozilla/5.0 …' })
  readonly userAgent!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly lastSeenAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly expiresAt!: string;
}

export class SessionListOutDto {
  @ApiProperty({ type: [SessionSummaryOutDto] })
  readonly sessions!: readonly SessionSummaryOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
