import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Frozen statistics that results of an edition's version are compared with. */
@Entity('reference_cohort')
export class ReferenceCohortEntity {
  @PrimaryColumn('text', { name: 'edition_id' })
  readonly editionId!: string;

  @PrimaryColumn('text', { name: 'edition_version' })
  readonly editionVersion!: string;

  @Column('json')
  readonly statistics!: object;

  @Column('timestamptz', { name: 'kept_at', default: () => 'now()' })
  readonly keptAt!: Date;
}
