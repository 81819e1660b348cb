export * from './database.js';
export { domainErrorOf, loggableFault } from './database-problems.js';
export * from './entities/index.js';
export * from './preparation/index.js';
export type { AssessmentLock, NewAssessment } from './repositories/assessment.repository.js';
export type { OrganisationFacts } from './repositories/organisation.repository.js';
export type { SiteFacts } from './repositories/site.repository.js';
export type { SharedTransaction } from './shared-transaction.js';
export type { TenantTransaction } from './tenant-transaction.js';
