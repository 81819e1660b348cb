import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a request with an `Idempotency-Key` was answered, for when it comes again. */
@Entity('idempotency_record')
export class IdempotencyRecordEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' })
  readonly organisationId!: string;

  @PrimaryColumn('text')
  readonly operation!: string;

  @PrimaryColumn('text')
  readonly key!: string;

  /** SHA-256 of what was asked for, in canonical form. */
  @Column('text', { name: 'request_hash' })
  readonly requestHash!: string;

  /** As `json`, to be given again byte for byte. */
  @Column('json')
  readonly response!: object;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  readonly createdAt!: Date;
}
