import { Global, Module } from '@nestjs/common';
import { Cohorts } from './cohorts.js';
import { Editions } from './editions.js';

@Global()
@Module({ providers: [Cohorts, Editions], exports: [Cohorts, Editions] })
export class EditionsModule {}
