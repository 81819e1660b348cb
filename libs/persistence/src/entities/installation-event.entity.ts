import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that happens to an installation once. */
@Entity('installation_event')
export class InstallationEventEntity {
  @PrimaryColumn('text')
  readonly name!: string;

  @Column('timestamptz', { name: 'happened_at', default: () => 'now()' })
  readonly happenedAt!: Date;
}
