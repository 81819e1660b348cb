import { commonName } from '@sukoyaka/accounts';
import type {
  AssessmentEntity,
  AssessmentSectionEntity,
  SheetRow,
  TenantTransaction,
} from '@sukoyaka/persistence';
import { type AnswerSheet, asSheet } from '@sukoyaka/survey';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';

/**
 * The answers of all sections with what is known of the organisation, as the survey reads them.
 * @throws RequestProblem RIGHT_MISSING, to whom the profile is not open.
 */
export async function sheetIn(
  tx: TenantTransaction,
  assessment: AssessmentEntity,
): Promise<AnswerSheet> {
  assertRight(tx, 'organisation.read');
  const row = await tx.sheets.find(assessment.id);
  if (row === null) throw new RequestProblem('ORGANISATION_NOT_FOUND');
  return asSheet({
    edition: assessment.editionId,
    organisation: organisationOf(row),
    answers: Object.assign({}, ...row.answers) as object,
  });
}

function organisationOf({ sites, ...entity }: SheetRow) {
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

function siteOf(site: SheetRow['sites'][number]) {
  return { id: site.id, name: commonName(site), employees: site.employees };
}

/** How often each section was saved, by section id. */
export function versionsOf(
  sections: readonly AssessmentSectionEntity[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(sections.map(({ sectionId, version }) => [sectionId, version]));
}
