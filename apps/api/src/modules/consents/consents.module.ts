import { Module } from '@nestjs/common';
import { ConsentTextsController } from './consent-texts.controller.js';
import { ConsentsController } from './consents.controller.js';
import { ConsentsService } from './consents.service.js';
import { PublishedController } from './published.controller.js';

@Module({
  controllers: [ConsentTextsController, ConsentsController, PublishedController],
  providers: [ConsentsService],
})
export class ConsentsModule {}
