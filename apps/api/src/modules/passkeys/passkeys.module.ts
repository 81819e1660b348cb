import { Module } from '@nestjs/common';
import { Challenges } from './challenges.js';
import { PasskeySignInController } from './passkey-sign-in.controller.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasskeysService } from './passkeys.service.js';
import { RelyingParty } from './relying-party.js';

@Module({
  controllers: [PasskeysController, PasskeySignInController],
  providers: [Challenges, PasskeySignInService, PasskeysService, RelyingParty],
})
export class PasskeysModule {}
