import { ApiProperty } from '@nestjs/swagger';
import {
  INDUSTRY_SCHEMES,
  type JapaneseDivision,
  OWNERSHIP_GROUPS,
  OWNERSHIPS,
  type OwnershipGroup,
  SIZE_CLASSES,
  type SizeClass,
} from '@sukoyaka/classification';
import { REGISTRATION_TYPES, type RegistrationCheck } from '@sukoyaka/identifiers';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { NamesOutDto } from './names.dto.js';
import { VerificationOutDto } from './verification.out.dto.js';

export class RegistrationOutDto {
  @ApiProperty({ enum: REGISTRATION_TYPES })
  readonly type!: string;

  @ApiProperty({
    description: 'Plain digits where the type has a fixed form',
    example: '0105536000313',
  })
  readonly number!: string;

  @ApiProperty({
    enum: ['check-digit', 'format', 'none'],
    description: 'How far the number was checked; never whether it was issued',
  })
  readonly check!: RegistrationCheck;
}

export class IndustryCodeOutDto {
  @ApiProperty({ enum: INDUSTRY_SCHEMES })
  readonly scheme!: string;

  @ApiProperty({
    description: 'As it stands in its list: a letter alone, or digits alone',
    example: '2930',
  })
  readonly code!: string;
}

export class GroupOutDto {
  @ApiProperty({ example: 'Sample Group' })
  readonly name!: string;

  @ApiProperty({ type: RegistrationOutDto, nullable: true })
  readonly registration!: RegistrationOutDto | null;
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

  @ApiProperty({ type: IndustryCodeOutDto, nullable: true })
  readonly industryCode!: IndustryCodeOutDto | null;

  @ApiProperty({ type: 'string', enum: [...SIZE_CLASSES, null], nullable: true })
  readonly sizeClass!: SizeClass | null;

  @ApiProperty({
    enum: ['large', 'sme', 'unknown'],
    description: 'Of the Japanese reference criteria in force, by industry and headcount',
  })
  readonly japaneseDivision!: JapaneseDivision;

  @ApiProperty({ type: 'integer', description: 'Of those criteria (CE)', example: 2026 })
  readonly japaneseDivisionYear!: number;

  @ApiProperty({ type: 'string', enum: [...OWNERSHIPS, null], nullable: true })
  readonly ownership!: string | null;

  @ApiProperty({ type: 'string', enum: [...OWNERSHIP_GROUPS, null], nullable: true })
  readonly ownershipGroup!: OwnershipGroup | null;

  @ApiProperty({ type: GroupOutDto, nullable: true })
  readonly group!: GroupOutDto | null;

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
