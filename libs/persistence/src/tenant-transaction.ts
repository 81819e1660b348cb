import type { EntityManager } from 'typeorm';
import { AssessmentRepository } from './repositories/assessment.repository.js';
import { IdempotencyRepository } from './repositories/idempotency.repository.js';
import { OrganisationRepository } from './repositories/organisation.repository.js';
import { ResultRepository } from './repositories/result.repository.js';
import { SectionRepository } from './repositories/section.repository.js';
import { SiteRepository } from './repositories/site.repository.js';
import { SharedTransaction } from './shared-transaction.js';

/** One transaction on the rows of one tenant. */
export interface TenantTransaction {
  readonly organisation: OrganisationRepository;
  readonly sites: SiteRepository;
  readonly assessments: AssessmentRepository;
  readonly sections: SectionRepository;
  readonly results: ResultRepository;
  readonly idempotency: IdempotencyRepository;
  /** What belongs to no tenant, on the same connection: waiting for a second one could last for ever. */
  readonly shared: SharedTransaction;
}

/** The repositories of a transaction. They use its manager, since another would see no rows. */
export function tenantTransaction(manager: EntityManager, tenantId: string): TenantTransaction {
  return {
    organisation: new OrganisationRepository(manager, tenantId),
    sites: new SiteRepository(manager, tenantId),
    assessments: new AssessmentRepository(manager, tenantId),
    sections: new SectionRepository(manager, tenantId),
    results: new ResultRepository(manager, tenantId),
    idempotency: new IdempotencyRepository(manager, tenantId),
    shared: new SharedTransaction(manager),
  };
}
