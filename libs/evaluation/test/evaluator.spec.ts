import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { createEvaluator, type Evaluation } from '@sukoyaka/evaluation';
import { type AnswerValue, compile } from '@sukoyaka/survey';
import { arbitraryAnswers } from '@sukoyaka/testing/answers';
import fc from 'fast-check';

const catalogue = openCatalogue();

function evaluatorOf(id: string) {
  const edition = catalogue.edition(id);
  const rules = edition.ruleSets.map((name) => catalogue.ruleSet(name));
  return createEvaluator(edition, rules, catalogue.programmeOf(edition));
}

const large = evaluatorOf('jp-hpm-large/2026');

function evaluate(answers: Readonly<Record<string, AnswerValue>>): Evaluation {
  return large.evaluate({ edition: 'jp-hpm-large/2026', answers });
}

describe('an evaluation', () => {
  it('of nothing is unknown throughout, and says what to answer first', () => {
    const { readings, completeness, outcomes, scores, standing } = evaluate({});
    for (const { verdict, criteria } of readings) {
      expect(verdict).toMatchObject({ conforms: null, level: 'none', missing: [] });
      expect(criteria.every(({ state }) => state === 'unknown')).toBe(true);
    }
    expect(completeness).toMatchObject({ answered: 0, complete: false });
    expect(completeness.missing.length).toBeGreaterThan(10);
    expect([outcomes, standing, scores.overall.stage]).toEqual([[], null, 1]);
  });

  it('shows both readings side by side, each named', () => {
    const readings = evaluate({ 'smoke-free-level': 'law-met' }).readings.map((reading) => [
      reading.ruleSet.reading,
      reading.criteria.find(({ criterion }) => criterion === 'passive-smoking')?.state,
    ]);
    expect(readings).toEqual([
      ['as-published-in-japan', 'met'],
      ['thailand-reading', 'not-met'],
    ]);
  });

  it('names the answers that decided a criterion, and the shortest way to meet it', () => {
    const { readings } = evaluate({ 'manager-education': 'none', 'employee-education': 'none' });
    const education = readings[0]?.criteria.find(({ criterion }) => criterion === 'education');
    expect(education).toEqual({
      criterion: 'education',
      state: 'not-met',
      because: [
        { question: 'manager-education', answer: 'none' },
        { question: 'employee-education', answer: 'none' },
      ],
      toMeet: [
        { op: 'one-of', question: 'manager-education', values: ['session', 'all-and-checked'] },
      ],
    });
  });

  it('gives outcome figures with instrument, meaning and n, years ascending', () => {
    const { outcomes } = evaluate({
      'presenteeism-instrument': 'spq',
      'presenteeism-direction': 'loss',
      presenteeism: {
        2026: { value: 15.1, 'n-measured': 380, 'n-eligible': 400 },
        2025: { value: 16.4, 'n-measured': 350, 'n-eligible': 390 },
      },
    });
    expect(outcomes).toEqual([
      expect.objectContaining({
        indicator: 'presenteeism',
        instrument: 'spq',
        direction: 'loss',
        values: [
          expect.objectContaining({ year: '2025', value: 16.4, measured: 350, eligible: 390 }),
          expect.objectContaining({ year: '2026', value: 15.1, measured: 380, withheld: false }),
        ],
      }),
    ]);
  });

  it('ignores the answer to a hidden question everywhere', () => {
    const hidden = { 'policy-written': 'none', 'policy-inside': ['intranet'] };
    const shown = { 'policy-written': 'none' };
    expect(evaluate(hidden).scores).toEqual(evaluate(shown).scores);
    expect(evaluate(hidden).answers).toEqual(shown);
  });

  it.each(catalogue.editionIds())('of %s leads to conformity by its own path', (id) => {
    const evaluator = evaluatorOf(id);
    fc.assert(
      fc.property(arbitraryAnswers(compile(catalogue.edition(id))), (answers) => {
        for (const { verdict, path } of evaluator.evaluate({ edition: id, answers }).readings) {
          expect(path.steps === 0).toBe(verdict.conforms === true);
          for (const { count, options } of path.choose) {
            expect(options.length).toBeGreaterThanOrEqual(count);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
