import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An edition as assessments were begun with it, with all that works on it; never changed. */
@Entity('kept_edition')
export class KeptEditionEntity {
  /** SHA-256 over everything that decides a result. */
  @PrimaryColumn('text', { name: 'content_hash' })
  readonly contentHash!: string;

  @Column('text', { name: 'edition_id' })
  readonly editionId!: string;

  @Column('text', { name: 'edition_version' })
  readonly editionVersion!: string;

  @Column('json')
  readonly content!: object;

  @Column('timestamptz', { name: 'kept_at', default: () => 'now()' })
  readonly keptAt!: Date;
}
