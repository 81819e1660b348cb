import type { EntityManager } from 'typeorm';
import { IdempotencyRecordEntity } from '../entities/index.js';

/** What the tenant's repeated requests were answered. */
export class IdempotencyRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  find(operation: string, key: string): Promise<IdempotencyRecordEntity | null> {
    const { organisationId } = this;
    return this.manager.findOneBy(IdempotencyRecordEntity, { organisationId, operation, key });
  }

  async insert(
    record: Pick<IdempotencyRecordEntity, 'operation' | 'key' | 'requestHash' | 'response'>,
  ): Promise<void> {
    const { organisationId } = this;
    await this.manager.insert(IdempotencyRecordEntity, { ...record, organisationId });
  }
}
