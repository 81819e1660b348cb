import { type CohortStatistics, inconsistencyOf } from '@sukoyaka/scoring';
import type { Edition } from '@sukoyaka/survey';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import type { Session } from '../session.js';
import { readRecords } from './read.js';
import { Refusal } from './refusal.js';

const SCHEMA = new URL(
  '../../../../libs/scoring/schema/cohort-statistics.schema.json',
  import.meta.url,
);

let check: ValidateFunction<CohortStatistics> | undefined;

function schemaCheck(): ValidateFunction<CohortStatistics> {
  check ??= new Ajv2020({ strict: true }).compile<CohortStatistics>(
    JSON.parse(readFileSync(SCHEMA, 'utf8')) as object,
  );
  return check;
}

/**
 * Reads frozen cohort statistics and checks them against their schema and the edition.
 * @throws Refusal COHORT_INVALID or COHORT_INCONSISTENT naming the field, COHORT_SEVERAL,
 * COHORT_OTHER_EDITION
 */
export async function readCohort(
  session: Session,
  file: string,
  edition: Edition,
): Promise<CohortStatistics> {
  const [record, ...others] = await readRecords(session.host, file);
  const place = { file };
  if (!record || others.length > 0) throw new Refusal('COHORT_SEVERAL', {}, place);
  const valid = schemaCheck();
  const cohort = record.value;
  if (!valid(cohort)) throw new Refusal('COHORT_INVALID', faultOf(valid.errors?.[0]), place);
  if (cohort.edition !== edition.id) {
    const params = { expected: edition.id, found: cohort.edition };
    throw new Refusal('COHORT_OTHER_EDITION', params, place);
  }
  const inconsistent = inconsistencyOf(cohort, Object.keys(edition.scoring.sideWeights));
  if (inconsistent !== null) {
    throw new Refusal('COHORT_INCONSISTENT', { field: inconsistent }, place);
  }
  if (cohort.editionVersion !== edition.version) {
    const versions = { expected: edition.version, found: cohort.editionVersion };
    session.remark(session.t('cohort.other-version', versions));
  }
  return cohort;
}

function faultOf(error: ErrorObject | undefined): Record<string, string> {
  const { instancePath = '', params = {}, message = '' } = error ?? {};
  const key = params as { readonly additionalProperty?: string; readonly missingProperty?: string };
  const last = key.missingProperty ?? key.additionalProperty;
  const field = last === undefined ? instancePath : `${instancePath}/${last}`;
  return { field: field === '' ? '/' : field, fault: message };
}
