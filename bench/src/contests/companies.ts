import { openCatalogue } from '@sukoyaka/catalogue';
import { createEvaluator, type Evaluator } from '@sukoyaka/evaluation';
import type { Answers } from '@sukoyaka/survey';
import { exactAnswers } from '@sukoyaka/testing/answers';
import fc from 'fast-check';

export const EDITION = 'jp-hpm-large/2026';

export function evaluator(): Evaluator {
  const catalogue = openCatalogue();
  const edition = catalogue.edition(EDITION);
  const rules = edition.ruleSets.map((id) => catalogue.ruleSet(id));
  return createEvaluator(edition, rules, catalogue.programmeOf(edition));
}

/**
 * 200 companies of one site that answered everything: the rival's rules know neither a third value
 * nor sites. They come out of JSON, as sheets do from a file, a request or the database.
 */
export function companies({ survey }: Evaluator): readonly Answers[] {
  const perSite = new Set(survey.questions.filter((q) => q.perSite).map(({ id }) => id));
  return fc.sample(exactAnswers(survey), { seed: 11, numRuns: 200 }).map((answers) => {
    const kept = Object.entries(answers).filter(([id]) => !perSite.has(id));
    const effective = survey.effective(Object.fromEntries(kept));
    return JSON.parse(JSON.stringify(effective)) as Answers;
  });
}
