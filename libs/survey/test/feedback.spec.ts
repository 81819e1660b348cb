import { describe, expect, it } from '@jest/globals';
import { checkEdition, describeFault, type FeedbackPlan } from '@sukoyaka/survey';
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
    .map((fault) => `${fault.at}: ${describeFault(fault, 'en')}`);
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
        `feedback/${part}: names "nowhere", which is no question of the edition`,
      ]);
    },
  );

  it('takes participation from tables of rates only', () => {
    expect(faultsOf({ participation: [idOf('single')] })).toEqual([
      `feedback/participation: names "${idOf('single')}", which has another type than is shown here`,
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
