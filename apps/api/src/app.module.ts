import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AssessmentsModule } from './modules/assessments/assessments.module.js';
import { HealthModule } from './modules/health/health.module.js';
import { OrganisationsModule } from './modules/organisations/organisations.module.js';
import { ProblemsModule } from './modules/problems/problems.module.js';
import { ReportsModule } from './modules/reports/reports.module.js';
import { ResultsModule } from './modules/results/results.module.js';
import { SitesModule } from './modules/sites/sites.module.js';
import { SurveysModule } from './modules/surveys/surveys.module.js';
import { AppConfig } from './platform/config/app-config.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EditionsModule } from './platform/editions/editions.module.js';

const PLATFORM = [DatabaseModule, EditionsModule];
const FEATURES = [
  AssessmentsModule,
  HealthModule,
  OrganisationsModule,
  ProblemsModule,
  ReportsModule,
  ResultsModule,
  SitesModule,
  SurveysModule,
];

@Global()
@Module({})
export class AppModule {
  static with(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [...PLATFORM, ...FEATURES],
      providers: [{ provide: AppConfig, useValue: config }],
      exports: [AppConfig],
    };
  }
}
