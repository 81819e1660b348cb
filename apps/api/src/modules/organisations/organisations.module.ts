import { Module } from '@nestjs/common';
import { OrganisationsController } from './organisations.controller.js';
import { OwnOrganisationsController } from './own-organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';

@Module({
  controllers: [OrganisationsController, OwnOrganisationsController],
  providers: [OrganisationsService],
})
export class OrganisationsModule {}
