import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { IdentityGuard } from './identity.guard.js';

@Global()
@Module({ providers: [{ provide: APP_GUARD, useClass: IdentityGuard }] })
export class IdentityModule {}
