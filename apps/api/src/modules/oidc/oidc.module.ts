import { Module } from '@nestjs/common';
import { Attempts } from './attempts.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentitiesService } from './identities.service.js';
import { OidcController } from './oidc.controller.js';
import { OidcService } from './oidc.service.js';
import { Provider } from './provider.js';

@Module({
  controllers: [IdentitiesController, OidcController],
  providers: [Attempts, IdentitiesService, OidcService, Provider],
})
export class OidcModule {}
