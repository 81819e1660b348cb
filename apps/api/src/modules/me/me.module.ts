import { Module } from '@nestjs/common';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { TotpService } from './totp.service.js';

@Module({
  controllers: [MeController, SecondFactorController],
  providers: [MeService, TotpService],
})
export class MeModule {}
