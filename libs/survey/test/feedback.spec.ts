import { describe, expect, it } from '@jest/globals';
import { checkEdition, type FeedbackPlan } from '@sukoyaka/survey';
import { smallEdition } from './small-edition.js';

const EMPTY: FeedbackPlan = {
  strategy: [],
  disclosure: [],
  board: [],
  participation: [],
  issues: [],
};

function faultsOf(plan: Partial<FeedbackPlan>): readonly string[] {
  const faults = checkEdition({ ...smallEdition(), feedback: { ...EMPTY, ...plan } });
  return faults
    .filter(({ at }) => at.startsWith('feedback/'))
    .map(({ at, fault }) => `${at}: ${fault}`);
}

const idOf = (type: string): string =>
  smallEdition()
    .sections.flatMap(({ questions }) => questions)
    .find((question) => question.type === type)?.id ?? type;

describe('a feedback plan', () => {
  it('may be empty, and name any question under strategy, disclosure and board', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ strategy: [idOf('text')], board: [idOf('multiple')] })).toEqual([]);
  });

  it.each(['strategy', 'disclosure', 'board', 'participation'] as const)(
    'can not name a question that is none under %s',
    (part) => {
      expect(faultsOf({ [part]: ['nowhere'] })).toEqual([
        `feedback/${part}: no question "nowhere"`,
      ]);
    },
  );

  it('takes participation from tables of rates only', () => {
    expect(faultsOf({ participation: [idOf('single')] })).toEqual([
      `feedback/participation: "${idOf('single')}" has another type`,
    ]);
  });

  it('tells an issue by a choice and three texts', () => {
    const text = idOf('text');
    const story = { theme: idOf('single'), problem: text, measure: text, effect: text };
    expect(faultsOf({ issues: [story] })).toEqual([]);
    expect(faultsOf({ issues: [{ ...story, theme: text }] })).toHaveLength(1);
    expect(faultsOf({ issues: [{ ...story, effect: 'nowhere' }] })).toHaveLength(1);
  });
});
