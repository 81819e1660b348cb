import { ApiProperty } from '@nestjs/swagger';
import { NextLinkProperty } from '../../../platform/http/cursor.js';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { LocalPathField } from '../../../platform/validation/people-fields.js';

const ISSUER = 'https://login.example.com';

export class ReturnQueryDto {
  @LocalPathField({ optional: true, description: 'Where to go in the end: a path of this service' })
  readonly return?: string | null;
}

export class IdentityLinkInDto extends ReturnQueryDto {}

class ProviderOutDto {
  @ApiProperty({ description: 'What its button is called', example: 'Example Holdings' })
  readonly name!: string;

  @ApiProperty({ description: 'Where a browser begins to sign in', example: '/api/oidc/start' })
  readonly start!: string;
}

export class ProviderListOutDto {
  @ApiProperty({ type: [ProviderOutDto] })
  readonly providers!: readonly ProviderOutDto[];
}

export class LinkAddressOutDto {
  @ApiProperty({
    format: 'uri',
    description: 'Where the browser goes next, at the provider',
    example: `${ISSUER}/authorize?…`,
  })
  readonly location!: string;
}

export class IdentityOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.identityId })
  readonly id!: string;

  @ApiProperty({ description: 'Whose account it is', example: ISSUER })
  readonly issuer!: string;

  @ApiProperty({ example: 'Example Holdings' })
  readonly name!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly createdAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: EXAMPLES.moment })
  readonly lastUsedAt!: string | null;
}

export class IdentityListOutDto {
  @ApiProperty({ type: [IdentityOutDto] })
  readonly identities!: readonly IdentityOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
