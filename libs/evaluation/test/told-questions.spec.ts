import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { createEvaluator } from '@sukoyaka/evaluation';
import { simulate } from '@sukoyaka/simulation';
import type { Answers } from '@sukoyaka/survey';

const catalogue = openCatalogue();
const TOLD = /^(business-issue|expected-effect|issue-(first|second)-|insurer-data-under-40)/;

function withoutTold(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !TOLD.test(id)));
}

describe.each(catalogue.editionIds())('strategy and issue chains of %s', (id) => {
  const edition = catalogue.edition(id);
  const rules = edition.ruleSets.map((name) => catalogue.ruleSet(name));
  const evaluator = createEvaluator(edition, rules, catalogue.programmeOf(edition));

  it('change no score and no status against the criteria', () => {
    for (const sheet of simulate({ edition, companies: 20, seed: 'told' })) {
      const whole = evaluator.evaluate(sheet);
      const rest = evaluator.evaluate({ ...sheet, answers: withoutTold(sheet.answers) });
      expect(rest.scores).toEqual(whole.scores);
      expect(rest.readings).toEqual(whole.readings);
    }
  });
});
