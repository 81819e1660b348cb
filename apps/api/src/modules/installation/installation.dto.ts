import { ApiProperty } from '@nestjs/swagger';

export class OperatorContactOutDto {
  @ApiProperty({ example: 'Ministry of Public Health (sample)' })
  readonly name!: string;

  @ApiProperty({
    description: 'As written by it',
    example: 'Tel. +66 2 000 0000, pdpa@example.org',
  })
  readonly contact!: string;
}

/** In days. */
export class PersonalDataPeriodsOutDto {
  @ApiProperty({ type: 'integer', description: 'Sessions, once they have ended', example: 30 })
  readonly sessions!: number;

  @ApiProperty({ type: 'integer', description: 'Mails, once they are sent', example: 30 })
  readonly mails!: number;

  @ApiProperty({ type: 'integer', description: 'Accounts that are not used', example: 730 })
  readonly contacts!: number;
}

export class InstallationOutDto {
  @ApiProperty({
    type: OperatorContactOutDto,
    nullable: true,
    description: 'Who runs it, and is responsible for personal data; null where it does not say',
  })
  readonly operator!: OperatorContactOutDto | null;

  @ApiProperty({ description: 'For how many days data of people are kept' })
  readonly keptDays!: PersonalDataPeriodsOutDto;
}
