import { ApiProperty } from '@nestjs/swagger';
import { REGISTRATION_TYPES } from '@sukoyaka/identifiers';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { NamesOutDto } from './names.dto.js';
import { VerificationOutDto } from './verification.out.dto.js';
import { OWNERSHIPS } from './organisation.in.dto.js';

export class RegistrationOutDto {
  @ApiProperty({ enum: REGISTRATION_TYPES })
  readonly type!: string;

  @ApiProperty({
    description: 'Plain digits where the type has a fixed form',
    example: '4011001098993',
  })
  readonly number!: string;
}

export class OrganisationOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.organisationId })
  readonly id!: string;

  @ApiProperty()
  readonly names!: NamesOutDto;

  @ApiProperty({ example: 'TH' })
  readonly country!: string;

  @ApiProperty({ type: RegistrationOutDto, nullable: true })
  readonly registration!: RegistrationOutDto | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'C' })
  readonly industry!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 480 })
  readonly employees!: number | null;

  @ApiProperty({ type: 'string', enum: [...OWNERSHIPS, null], nullable: true })
  readonly ownership!: string | null;

  @ApiProperty({ description: 'Whether an operator has checked who it is' })
  readonly verification!: VerificationOutDto;

  @ApiProperty({ description: 'Made up by the product for its demonstration', example: false })
  readonly synthetic!: boolean;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly version!: number;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly updatedAt!: string;
}
