import { ApiProperty } from '@nestjs/swagger';
import { REGISTRATION_TYPES } from '@sukoyaka/identifiers';
import { NamesOutDto } from './names.dto.js';
import { OWNERSHIPS } from './organisation.in.dto.js';

export class RegistrationOutDto {
  @ApiProperty({ enum: REGISTRATION_TYPES })
  readonly type!: string;

  @ApiProperty({ description: 'Plain digits where the type has a fixed form' })
  readonly number!: string;
}

export class OrganisationOutDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly names!: NamesOutDto;

  @ApiProperty()
  readonly country!: string;

  @ApiProperty({ type: RegistrationOutDto, nullable: true })
  readonly registration!: RegistrationOutDto | null;

  @ApiProperty({ type: 'string', nullable: true })
  readonly industry!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly employees!: number | null;

  @ApiProperty({ type: 'string', enum: OWNERSHIPS, nullable: true })
  readonly ownership!: string | null;

  @ApiProperty({ description: 'Made up by the product for its demonstration' })
  readonly synthetic!: boolean;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt!: string;
}
