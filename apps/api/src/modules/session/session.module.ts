import { Global, Module } from '@nestjs/common';
import { SignInThrottle } from '../../platform/identity/sign-in-throttle.js';
import { SessionOpener } from './session-opener.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

@Global()
@Module({
  controllers: [SessionController],
  providers: [SessionOpener, SessionService, SignInService, SignInThrottle],
  exports: [SessionOpener, SignInService, SignInThrottle],
})
export class SessionModule {}
