import { AssessmentSectionEntity } from './assessment-section.entity.js';
import { AssessmentEntity } from './assessment.entity.js';
import { EvaluationResultEntity } from './evaluation-result.entity.js';
import { IdempotencyRecordEntity } from './idempotency-record.entity.js';
import { InstallationEventEntity } from './installation-event.entity.js';
import { KeptEditionEntity } from './kept-edition.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { ReferenceCohortEntity } from './reference-cohort.entity.js';
import { SiteEntity } from './site.entity.js';

export * from './assessment-section.entity.js';
export * from './assessment.entity.js';
export * from './evaluation-result.entity.js';
export * from './idempotency-record.entity.js';
export * from './installation-event.entity.js';
export * from './kept-edition.entity.js';
export * from './organisation.entity.js';
export * from './reference-cohort.entity.js';
export * from './site.entity.js';

export const entities = [
  OrganisationEntity,
  SiteEntity,
  AssessmentEntity,
  AssessmentSectionEntity,
  EvaluationResultEntity,
  IdempotencyRecordEntity,
  InstallationEventEntity,
  KeptEditionEntity,
  ReferenceCohortEntity,
];
