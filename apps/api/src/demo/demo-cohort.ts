import { contentHash } from '@sukoyaka/catalogue';
import {
  type CohortStatistics,
  freezeCohort,
  freezeComparisons,
  type Respondent,
} from '@sukoyaka/scoring';
import { simulate } from '@sukoyaka/simulation';
import type { OpenEdition } from '../platform/editions/editions.js';

/** As many as a first national round may have, and enough for T values. */
const COMPANIES = 150;

/** Statistics of invented companies, so that the demonstration shows comparisons; they say so. */
export function demoCohort({ edition, evaluator }: OpenEdition): CohortStatistics {
  const sheets = simulate({ edition, companies: COMPANIES, seed: 'demo-cohort' });
  const respondents = [...sheets].map(({ organisation, answers }, index): Respondent => {
    const scores = evaluator.scoring.score(answers, organisation);
    return { unit: String(index), organisation, scores };
  });
  const identity = {
    label: 'Demo: simulated companies (synthetic data)',
    source: 'simulation',
    synthetic: true,
  };
  const scores = respondents.map((each) => each.scores);
  return {
    ...freezeCohort(scores, edition.scoring.sideWeights, identity),
    comparisons: freezeComparisons(respondents, { hash: knownHash, round: identity.label }),
  };
}

/** Everybody can work it out: there is nobody to protect. */
function knownHash(message: string): bigint {
  return BigInt(`0x${contentHash({ demonstration: message }).slice(0, 16)}`);
}
