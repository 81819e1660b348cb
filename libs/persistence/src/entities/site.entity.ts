import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A site (事業場, สถานประกอบการ) of an organisation. */
@Entity('site')
export class SiteEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' })
  readonly organisationId!: string;

  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('text', { name: 'name_th', nullable: true })
  readonly nameTh!: string | null;

  @Column('text', { name: 'name_ja', nullable: true })
  readonly nameJa!: string | null;

  @Column('text', { name: 'name_en', nullable: true })
  readonly nameEn!: string | null;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  readonly country!: string;

  /** City or province. */
  @Column('text', { nullable: true })
  readonly place!: string | null;

  @Column('integer')
  readonly employees!: number;

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  readonly updatedAt!: Date;
}
