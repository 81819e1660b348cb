import { ApiProperty } from '@nestjs/swagger';
import { TOKEN_SCOPES, type TokenScope } from '@sukoyaka/access';
import { EXAMPLES } from '../../platform/openapi/examples.js';
import { AuditTextField } from '../../platform/validation/audit-text-field.js';
import { DateField } from '../../platform/validation/fields.js';
import { ChoicesField } from '../../platform/validation/people-fields.js';

export class TokenInDto {
  @AuditTextField({ min: 1, max: 100, description: 'What it is for', example: 'Payroll export' })
  readonly label!: string;

  @ChoicesField({
    values: TOKEN_SCOPES,
    description: 'What they imply is added: who writes answers reads them',
    example: ['answers.read', 'answers.write'],
  })
  readonly scopes!: readonly TokenScope[];

  @DateField({ description: 'Last day (UTC), within a year', example: '2027-03-31' })
  readonly expiresOn!: string;
}

export class TokenOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.tokenId })
  readonly id!: string;

  @ApiProperty({ example: 'Payroll export' })
  readonly label!: string;

  @ApiProperty({ enum: TOKEN_SCOPES, isArray: true })
  readonly scopes!: readonly string[];

  @ApiProperty({ format: 'uuid', description: 'The owner who made it', example: EXAMPLES.personId })
  readonly createdBy!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly expiresAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  readonly lastUsedAt!: string | null;
}

export class NewTokenOutDto extends TokenOutDto {
  @ApiProperty({
    description: 'Shown this once; sent as "Authorization: Bearer …"',
    example: 'sky_…',
  })
  readonly token!: string;
}

export class TokenListOutDto {
  @ApiProperty({ type: [TokenOutDto] })
  readonly tokens!: readonly TokenOutDto[];
}
