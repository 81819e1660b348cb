import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import {
  compileRules,
  decide,
  explainCriteria,
  readStatement,
  stateOf,
  type Verdict,
} from '@sukoyaka/conformity';
import { type Answers, compile } from '@sukoyaka/survey';

interface StatementCase {
  readonly name: string;
  readonly statement: unknown;
  readonly expected: Verdict;
}

interface AnswerCase {
  readonly name: string;
  readonly answers: Answers;
  readonly criteria: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const catalogue = openCatalogue();

function golden<T>(edition: string, name: string): readonly T[] {
  const file = join(catalogue.folder, edition, 'golden', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as readonly T[];
}

describe.each(catalogue.editionIds())('golden cases of %s', (id) => {
  const edition = catalogue.edition(id);
  const survey = compile(edition);

  describe.each(edition.ruleSets)('%s', (name) => {
    const rules = catalogue.ruleSet(name);
    const compiled = compileRules(rules, survey);

    it.each(golden<StatementCase>(id, 'statements'))(
      'decides: $name',
      ({ statement, expected }) => {
        expect(decide(rules, readStatement(statement, rules, false))).toEqual(expected);
      },
    );

    it.each(golden<AnswerCase>(id, 'answers'))('reads: $name', ({ answers, criteria }) => {
      expect(survey.checkAnswers(answers).problems).toEqual([]);
      const expected = criteria[rules.reading] ?? {};
      const { criteria: states } = compiled.states(answers);
      const found = Object.keys(expected).map((criterion) => [
        criterion,
        stateOf(states[criterion]),
      ]);
      expect(Object.fromEntries(found)).toEqual(expected);
    });

    it('explains criteria without the answers to hidden questions', () => {
      const notApplicable = { notApplicable: 'no-site-under-50' };
      const hidden = { 'stress-check-method': 'none', 'stress-check-coverage': notApplicable };
      const states = (answers: Answers) =>
        explainCriteria(compiled, answers).map(({ criterion, state }) => [criterion, state]);
      expect(states(hidden)).toEqual(states({ 'stress-check-method': 'none' }));
    });
  });
});
