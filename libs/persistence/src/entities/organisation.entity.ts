import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation, which is a tenant: its id is the tenant id of every other table. */
@Entity('organisation')
export class OrganisationEntity {
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

  @Column('text', { name: 'registration_type', nullable: true })
  readonly registrationType!: string | null;

  @Column('text', { name: 'registration_number', nullable: true })
  readonly registrationNumber!: string | null;

  /** ISIC Rev. 4 section, A–U. */
  @Column('text', { name: 'isic_section', nullable: true })
  readonly isicSection!: string | null;

  /** The classification of the code that the section follows from, where one was given. */
  @Column('text', { name: 'industry_scheme', nullable: true })
  readonly industryScheme!: string | null;

  @Column('text', { name: 'industry_code', nullable: true })
  readonly industryCode!: string | null;

  /** Of the corporate group, or its ultimate parent. */
  @Column('text', { name: 'group_name', nullable: true })
  readonly groupName!: string | null;

  @Column('text', { name: 'group_registration_type', nullable: true })
  readonly groupRegistrationType!: string | null;

  @Column('text', { name: 'group_registration_number', nullable: true })
  readonly groupRegistrationNumber!: string | null;

  @Column('integer', { nullable: true })
  readonly employees!: number | null;

  @Column('text', { nullable: true })
  readonly ownership!: string | null;

  /** Made up by the product for its demonstration. */
  @Column('boolean', { name: 'is_synthetic' })
  readonly isSynthetic!: boolean;

  /** Who registered it and thereby became its owner; null for those from before accounts. */
  @Column('uuid', { name: 'founded_by', nullable: true })
  readonly foundedBy!: string | null;

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  readonly updatedAt!: Date;
}
