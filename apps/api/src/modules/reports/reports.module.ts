import { Module } from '@nestjs/common';
import { ResultsModule } from '../results/results.module.js';
import { ReportRenderer } from './report-renderer.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [ResultsModule],
  controllers: [ReportsController],
  providers: [ReportRenderer, ReportsService],
})
export class ReportsModule {}
