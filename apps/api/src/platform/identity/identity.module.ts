import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { IdentityGuard } from './identity.guard.js';
import { OneTimeCookies } from './one-time-cookies.js';

@Global()
@Module({
  providers: [OneTimeCookies, { provide: APP_GUARD, useClass: IdentityGuard }],
  exports: [OneTimeCookies],
})
export class IdentityModule {}
