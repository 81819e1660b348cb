import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AssessmentsModule } from './modules/assessments/assessments.module.js';
import { AuditModule } from './modules/audit/audit.module.js';
import { ConsentsModule } from './modules/consents/consents.module.js';
import { GrantsModule } from './modules/grants/grants.module.js';
import { HealthModule } from './modules/health/health.module.js';
import { InstallationModule } from './modules/installation/installation.module.js';
import { JoiningModule } from './modules/joining/joining.module.js';
import { MeModule } from './modules/me/me.module.js';
import { MembersModule } from './modules/members/members.module.js';
import { MinistryModule } from './modules/ministry/ministry.module.js';
import { OidcModule } from './modules/oidc/oidc.module.js';
import { OperatorModule } from './modules/operator/operator.module.js';
import { OrganisationsModule } from './modules/organisations/organisations.module.js';
import { PasskeysModule } from './modules/passkeys/passkeys.module.js';
import { ProblemsModule } from './modules/problems/problems.module.js';
import { ReportsModule } from './modules/reports/reports.module.js';
import { ResultsModule } from './modules/results/results.module.js';
import { SessionModule } from './modules/session/session.module.js';
import { SitesModule } from './modules/sites/sites.module.js';
import { SurveysModule } from './modules/surveys/surveys.module.js';
import { TokensModule } from './modules/tokens/tokens.module.js';
import { WavesModule } from './modules/waves/waves.module.js';
import { AppConfig } from './platform/config/app-config.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EditionsModule } from './platform/editions/editions.module.js';
import { IdentityModule } from './platform/identity/identity.module.js';
import { Log } from './platform/log/log.js';
import { MailModule } from './platform/mail/mail.module.js';
import { RetentionModule } from './platform/retention/retention.module.js';

const PLATFORM = [DatabaseModule, EditionsModule, IdentityModule, MailModule, RetentionModule];
const FEATURES = [
  AssessmentsModule,
  AuditModule,
  ConsentsModule,
  GrantsModule,
  HealthModule,
  InstallationModule,
  JoiningModule,
  MeModule,
  MembersModule,
  MinistryModule,
  OidcModule,
  OperatorModule,
  OrganisationsModule,
  PasskeysModule,
  ProblemsModule,
  ReportsModule,
  ResultsModule,
  SessionModule,
  SitesModule,
  SurveysModule,
  TokensModule,
  WavesModule,
];

@Global()
@Module({})
export class AppModule {
  static with(config: AppConfig, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [...PLATFORM, ...FEATURES],
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Log, useValue: log },
      ],
      exports: [AppConfig, Log],
    };
  }
}
