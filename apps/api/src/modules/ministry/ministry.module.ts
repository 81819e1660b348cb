import { Module } from '@nestjs/common';
import { WavesModule } from '../waves/waves.module.js';
import { MinistryController } from './ministry.controller.js';

@Module({ imports: [WavesModule], controllers: [MinistryController] })
export class MinistryModule {}
