import type { EntityManager } from 'typeorm';
import type { OrganisationEntity, SiteEntity, StoredAnswers } from '../entities/index.js';
import { rowOf } from '../rows.js';

/** All that the answer sheet of an assessment is made of. */
export interface SheetRow extends Pick<
  OrganisationEntity,
  | 'nameTh'
  | 'nameJa'
  | 'nameEn'
  | 'country'
  | 'registrationNumber'
  | 'isicSection'
  | 'employees'
  | 'isSynthetic'
> {
  /** Oldest first. */
  readonly sites: readonly Pick<SiteEntity, 'id' | 'nameTh' | 'nameJa' | 'nameEn' | 'employees'>[];
  /** Of each section, in no order. */
  readonly answers: readonly StoredAnswers[];
}

/** The answer sheets of the transaction's tenant. */
export class SheetRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  /** In one statement, since every autosave asks for it; null for another's organisation. */
  find(assessmentId: string): Promise<SheetRow | null> {
    return rowOf(
      this.manager,
      `SELECT o.name_th AS "nameTh", o.name_ja AS "nameJa", o.name_en AS "nameEn", o.country,
         o.registration_number AS "registrationNumber", o.isic_section AS "isicSection",
         o.employees, o.is_synthetic AS "isSynthetic",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'nameTh', s.name_th,
            'nameJa', s.name_ja, 'nameEn', s.name_en, 'employees', s.employees)
            ORDER BY s.created_at, s.id), '[]')
          FROM site s WHERE s.organisation_id = $1) AS sites,
         (SELECT coalesce(jsonb_agg(a.answers), '[]') FROM assessment_section a
          WHERE a.organisation_id = $1 AND a.assessment_id = $2) AS answers
       FROM organisation o WHERE o.id = $1`,
      [this.organisationId, assessmentId],
    );
  }
}
