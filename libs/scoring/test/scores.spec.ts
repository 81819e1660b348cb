import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { compileScoring, type Scores, trace } from '@sukoyaka/scoring';
import { type Answers, type AnswerValue, compile, type Question } from '@sukoyaka/survey';
import { arbitraryAnswers } from '@sukoyaka/testing/answers';
import fc from 'fast-check';

const catalogue = openCatalogue();
const organisation = {
  sites: [
    { id: 'a', name: 'A', employees: 300 },
    { id: 'b', name: 'B', employees: 100 },
    { id: 'c', name: 'C', employees: 0 },
  ],
};

describe.each(catalogue.editionIds())('scores of %s', (id) => {
  const edition = catalogue.edition(id);
  const survey = compile(edition);
  const programme = catalogue.programmeOf(edition);
  const scoring = compileScoring(survey, programme);
  const score = (answers: Answers): Scores => scoring.score(answers, organisation);
  const answers = arbitraryAnswers(survey);
  const sum = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0);

  it('adds up: questions to sub-items, sub-items to sides', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const scores = score(given);
        for (const key of ['points', 'max', 'excluded', 'open'] as const) {
          for (const [side, tally] of Object.entries(scores.sides)) {
            const parts = programme.subItems.filter((s) => s.pillar === side);
            const total = sum(parts.map((part) => scores.subItems[part.id]?.[key] ?? NaN));
            expect(total).toBeCloseTo(tally[key], 9);
          }
        }
        const entries = trace(scoring, given, organisation);
        const points = sum(entries.map((entry) => entry.points));
        expect(points).toBeCloseTo(sum(Object.values(scores.sides).map((side) => side.points)), 9);
      }),
    );
  });

  it('keeps every score between 0 and 100, below what the unknowns could bring', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { sides, subItems, healthIssues, valuePropositions, overall } = score(given);
        const all = [sides, subItems, healthIssues, valuePropositions].flatMap((part) =>
          Object.values(part),
        );
        for (const { score: value, best } of [...all, overall]) {
          if (value === null || best === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(best).toBeLessThanOrEqual(100 + 1e-9);
          expect(best).toBeGreaterThanOrEqual(value - 1e-9);
        }
      }),
    );
  });

  it('keeps the maximum fixed, whatever is answered, hidden or not applicable', () => {
    const maxima = (scores: Scores) => Object.values(scores.subItems).map(({ max }) => max);
    const expected = maxima(score({}));
    fc.assert(fc.property(answers, (given) => expect(maxima(score(given))).toEqual(expected)));
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const turned = Object.fromEntries(Object.entries(given).toReversed());
        expect(score(turned)).toEqual(score(given));
      }),
    );
  });

  it('never falls when a substantive answer gets better', () => {
    const scored = survey.questions.filter((question) => question.scoring);
    fc.assert(
      fc.property(answers, fc.nat(), (given, pick) => {
        const question = scored[pick % scored.length]!;
        const better = improve(question, given[question.id]);
        if (better === undefined) return;
        const before = score(given);
        const after = score(survey.effective({ ...given, [question.id]: better }));
        const gained = (after.overall.score ?? 0) - (before.overall.score ?? 0);
        expect(gained).toBeGreaterThanOrEqual(-1e-9);
        for (const [key, side] of Object.entries(before.sides)) {
          expect((after.sides[key]?.score ?? 0) - (side.score ?? 0)).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is traced completely: the parts of every entry make its points', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const entries = trace(scoring, given, organisation);
        expect(entries.length).toBe(scoring.questions.length);
        for (const entry of entries) {
          expect(sum(entry.parts.map((part) => part.points))).toBeCloseTo(entry.points, 9);
        }
      }),
    );
  });

  it('gives legal compliance and pledges no weight', () => {
    const section = edition.sections.find((s) => s.pillar === 'compliance-risk');
    expect(section?.questions.length).toBeGreaterThan(0);
    for (const question of section?.questions ?? []) expect(question.scoring).toBeUndefined();
  });

  it('scores nothing as unknown, not as bad', () => {
    const { overall, sides } = score({});
    expect(overall).toMatchObject({
      score: 0,
      best: expect.closeTo(100),
      openShare: expect.closeTo(1),
    });
    for (const side of Object.values(sides)) expect(side.open).toBeGreaterThan(0);
  });
});

/** A better answer than `value` to the question, where there is one. */
function improve(question: Question, value: AnswerValue | undefined): AnswerValue | undefined {
  if (question.type === 'single' && typeof value === 'string') {
    const index = question.options.findIndex((option) => option.id === value);
    const points = question.options[index]?.points ?? 0;
    return question.options.slice(index + 1).find((option) => (option.points ?? 0) > points)?.id;
  }
  if (question.type === 'multiple' && Array.isArray(value)) {
    const chosen = value as readonly string[];
    const more = question.options.find((o) => !o.exclusive && !chosen.includes(o.id))?.id;
    const room = (question.maxSelected ?? Infinity) > chosen.length;
    const exclusive = question.options.some((o) => o.exclusive && chosen.includes(o.id));
    return more !== undefined && room ? (exclusive ? [more] : [...chosen, more]) : undefined;
  }
  if (question.type === 'yes-progress-no' && value !== undefined && 'sites' in Object(value)) {
    const { sites } = value as { readonly sites: Readonly<Record<string, string>> };
    return { sites: Object.fromEntries(Object.keys(sites).map((site) => [site, 'yes'])) };
  }
  return undefined;
}
