import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Afterwards } from '../http/afterwards.js';
import { IdentityGuard } from './identity.guard.js';
import { OneTimeCookies } from './one-time-cookies.js';

@Global()
@Module({
  providers: [Afterwards, OneTimeCookies, { provide: APP_GUARD, useClass: IdentityGuard }],
  exports: [Afterwards, OneTimeCookies],
})
export class IdentityModule {}
