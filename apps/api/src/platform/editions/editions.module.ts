import { Global, Module } from '@nestjs/common';
import { Editions } from './editions.js';

@Global()
@Module({ providers: [Editions], exports: [Editions] })
export class EditionsModule {}
