import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { carryOver, type CarryOver, compile } from '@sukoyaka/survey';
import { arbitraryAnswers } from '@sukoyaka/testing/answers';
import fc from 'fast-check';
import { option, question, smallEdition } from './small-edition.js';

const next = compile(
  smallEdition([
    question({ id: 'grade', type: 'single', options: [option('poor'), option('good')] }),
    question({
      id: 'detail',
      type: 'multiple',
      when: { op: 'one-of', question: 'grade', values: ['good'] },
      options: [option('one'), option('two')],
    }),
    question({ id: 'people', type: 'number', unit: 'people', min: 1, max: 100 }),
  ]),
);

const mapping: CarryOver = {
  from: { edition: 'test/2025', version: '1.0.0' },
  to: { edition: 'test/2026', version: '1.0.0' },
  questions: {
    level: { to: 'grade', options: { low: 'poor', high: 'good', odd: null } },
    old: { to: null },
  },
};

describe('carryOver', () => {
  it('keeps what has the same id, translates what was renamed, drops the rest by name', () => {
    const before = { level: 'high', detail: ['one'], people: 500, old: 'x', lost: 1 };
    expect(carryOver(mapping, before, next)).toEqual({
      answers: { grade: 'good', detail: ['one'] },
      dropped: [
        { question: 'old', reason: 'no-successor' },
        { question: 'lost', reason: 'no-successor' },
        { question: 'people', reason: 'not-valid' },
      ],
    });
  });

  it('drops what is not asked any more, named as it was', () => {
    expect(carryOver(mapping, { level: 'low', detail: ['one'] }, next)).toEqual({
      answers: { grade: 'poor' },
      dropped: [{ question: 'detail', reason: 'hidden' }],
    });
    expect(carryOver(mapping, { level: 'odd' }, next).dropped).toEqual([
      { question: 'level', reason: 'not-valid' },
    ]);
  });

  const catalogue = openCatalogue();
  const pairs = catalogue.editionIds().flatMap((id) => catalogue.carryOvers(id));

  it.each(pairs)(
    'of $from.edition to $to.edition gives valid answers and loses none silently',
    (pair) => {
      const from = compile(catalogue.edition(pair.from.edition));
      const to = compile(catalogue.edition(pair.to.edition));
      fc.assert(
        fc.property(arbitraryAnswers(from), (answers) => {
          const { answers: carried, dropped } = carryOver(pair, answers, to);
          expect(to.checkAnswers(carried).valid).toBe(true);
          expect(Object.keys(carried).length + dropped.length).toBe(Object.keys(answers).length);
        }),
        { numRuns: 30 },
      );
    },
  );
});
