import { Module } from '@nestjs/common';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { PrivacyController } from './privacy.controller.js';
import { PrivacyService } from './privacy.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { TotpService } from './totp.service.js';

@Module({
  controllers: [MeController, PrivacyController, SecondFactorController],
  providers: [MeService, PrivacyService, TotpService],
})
export class MeModule {}
