import { commonName } from '@sukoyaka/accounts';
import type {
  AssessmentEntity,
  AssessmentSectionEntity,
  OrganisationEntity,
  SiteEntity,
  TenantTransaction,
} from '@sukoyaka/persistence';
import { type AnswerSheet, asSheet } from '@sukoyaka/survey';
import { organisationIn } from '../organisations/organisations.service.js';

/** The answers of all sections with what is known of the organisation, as the survey reads them. */
export async function sheetIn(
  tx: TenantTransaction,
  assessment: AssessmentEntity,
): Promise<AnswerSheet> {
  const organisation = await organisationIn(tx);
  const sites = await tx.sites.list();
  const sections = await tx.sections.list(assessment.id);
  return asSheet({
    edition: assessment.editionId,
    organisation: organisationOf(organisation, sites),
    answers: Object.assign({}, ...sections.map(({ answers }) => answers)) as object,
  });
}

function organisationOf(entity: OrganisationEntity, sites: readonly SiteEntity[]) {
  return {
    name: commonName(entity),
    country: entity.country,
    ...(entity.registrationNumber === null
      ? {}
      : { registrationNumber: entity.registrationNumber }),
    ...(entity.isicSection === null ? {} : { industry: entity.isicSection }),
    ...(entity.employees === null ? {} : { employees: entity.employees }),
    // Also when there are none: an answer for a site that has been removed is noticed.
    sites: sites.map(siteOf),
    ...(entity.isSynthetic ? { synthetic: true } : {}),
  };
}

function siteOf(site: SiteEntity) {
  return { id: site.id, name: commonName(site), employees: site.employees };
}

/** How often each section was saved, by section id. */
export function versionsOf(
  sections: readonly AssessmentSectionEntity[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(sections.map(({ sectionId, version }) => [sectionId, version]));
}
