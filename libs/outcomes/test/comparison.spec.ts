import { describe, expect, it } from '@jest/globals';
import {
  checkReportable,
  compareOutcomes,
  isMeasuredBy,
  outcome,
  outcomesOf,
  readOutcome,
  type OutcomeReading,
} from '@sukoyaka/outcomes';

const read = (kpi: string, value: string): OutcomeReading =>
  readOutcome({ company: '甲社', kpi, value });

function compareRows(a: readonly [string, string], b: readonly [string, string]) {
  const [first] = outcomesOf(read(...a));
  const [second] = outcomesOf(read(...b));
  if (first === undefined || second === undefined) throw new Error('a row was not recognised');
  return compareOutcomes(first, second);
}

const spq = outcome({
  indicator: 'presenteeism',
  instrument: 'spq',
  unit: 'percent',
  direction: 'lower-is-better',
  value: 15.1,
});

describe('comparison by type', () => {
  it('does not compile across instruments or units', () => {
    const qq = outcome({ ...spq, instrument: 'qq', value: 20 });
    const points = outcome({ ...spq, unit: 'points', value: 20 });
    // @ts-expect-error two instruments are not comparable
    const instruments = compareOutcomes(spq, qq);
    // @ts-expect-error two units are not comparable
    const units = compareOutcomes(spq, points);
    expect(instruments).toEqual({ comparable: false, reason: 'instrument-differs' });
    expect(units).toEqual({ comparable: false, reason: 'unit-differs' });
  });

  it('does not let a figure of any instrument pass for one of a named instrument', () => {
    const [any] = outcomesOf(read('プレゼンティーイズム損失割合（SPQ）', '14.5%'));
    if (any === undefined) throw new Error('the row was not recognised');
    // @ts-expect-error what measured it is not known to the compiler
    const refused = compareOutcomes(spq, any);
    expect(refused).toMatchObject({ comparable: true });
    expect(isMeasuredBy(any, 'qq', 'percent')).toBe(false);
    if (!isMeasuredBy(any, 'spq', 'percent')) throw new Error('it is an SPQ figure');
    expect(compareOutcomes(spq, any)).toEqual({
      comparable: true,
      difference: 0.6,
      verdict: 'worse',
    });
  });
});

describe('comparison of figures read from tables', () => {
  it('compares figures that were counted alike', () => {
    expect(compareRows(['喫煙率', '12%'], ['喫煙率', '15%'])).toEqual({
      comparable: true,
      difference: -3,
      verdict: 'better',
    });
    expect(compareRows(['喫煙率', '23%'], ['非喫煙率', '77%'])).toMatchObject({ verdict: 'equal' });
  });

  it.each([
    ['other indicators', ['喫煙率', '12%'], ['肥満率', '12%'], 'indicator-differs'],
    ['other organs', ['胃がん検診受診率', '80%'], ['肺がん検診受診率', '80%'], 'detail-differs'],
    [
      'presenteeism without an instrument',
      ['プレゼンティーイズム損失', '20%'],
      ['プレゼンティーイズム損失', '18%'],
      'instrument-unknown',
    ],
    [
      'two instruments',
      ['プレゼンティーイズム損失（SPQ）', '20%'],
      ['プレゼンティーイズム損失（WLQ）', '5%'],
      'instrument-differs',
    ],
    [
      'scores without a scale or instrument',
      ['ワークエンゲージメント', '2.5'],
      ['ワークエンゲージメント', '67.0点'],
      'instrument-unknown',
    ],
    ['days and per cent', ['有給休暇取得日数', '12日'], ['有給休暇取得率', '70%'], 'unit-differs'],
    [
      'hours with and without a month',
      ['残業時間', '24時間/月'],
      ['残業時間', '24時間'],
      'unit-differs',
    ],
    ['sums of unknown money', ['医療費', '25万円'], ['医療費', '5,000バーツ'], 'currency-unknown'],
    ['men and everybody', ['喫煙率（男性）', '30%'], ['喫煙率', '20%'], 'group-differs'],
    ['a goal and a result', ['喫煙率目標', '10%'], ['喫煙率', '12%'], 'kind-differs'],
    [
      'loss and performance',
      ['プレゼンティーイズム損失（SPQ）', '20%'],
      ['プレゼンティーイズム（SPQ、パフォーマンス）', '80%'],
      'direction-differs',
    ],
  ] as const)('refuses %s', (_, a, b, reason) => {
    expect(compareRows(a, b)).toEqual({ comparable: false, reason });
  });

  it.each([
    ['95%', '90%以上', 'undecided'],
    ['90%以上', '85%', 'better'],
    ['90%超', '90%', 'better'],
    ['90%以上', '90%', 'undecided'],
    ['80〜85%', '90%', 'worse'],
    ['約90%', '80%', 'undecided'],
    ['90%', '90%', 'equal'],
  ])('judges %s beside %s by what their bounds allow: %s', (a, b, verdict) => {
    const comparison = compareRows(['健康診断受診率', a], ['健康診断受診率', b]);
    expect(comparison).toMatchObject({ comparable: true, verdict });
  });

  it('gives no outcome for a row that is not recognised', () => {
    expect(outcomesOf(read('プレゼンティーイズム', '20%'))).toEqual([]);
    expect(outcomesOf(read('喫煙率', '非公開'))).toEqual([]);
  });

  it('keeps how many were measured, and refuses more than there are', () => {
    const [figure] = outcomesOf(read('喫煙率', '12%'), { measured: 80, eligible: 100 });
    expect(figure).toMatchObject({ measured: 80, eligible: 100, version: null });
    expect(() => outcomesOf(read('喫煙率', '12%'), { measured: 101, eligible: 100 })).toThrow(
      expect.objectContaining({ code: 'OUTCOME_MEASURED_ABOVE_ELIGIBLE' }),
    );
  });

  it('needs a direction where the indicator has none', () => {
    const spec = {
      indicator: 'presenteeism',
      instrument: 'spq',
      unit: 'percent',
      value: 5,
    } as const;
    expect(() => outcome(spec)).toThrow(
      expect.objectContaining({ code: 'OUTCOME_DIRECTION_MISSING' }),
    );
  });
});

describe('how few people a figure may describe', () => {
  it.each([
    ['high-stress-rate', 9, 'refused'],
    ['high-stress-rate', 10, 'accepted'],
    ['smoking-rate', 9, 'refused'],
    ['presenteeism', 9, 'refused'],
    ['checkup-participation', 6, 'accepted'],
    ['stress-check-participation', 1, 'accepted'],
    ['overtime-hours', 3, 'accepted'],
    ['checkup-participation', 0, 'refused'],
    ['high-stress-rate', null, 'unknown'],
    ['checkup-participation', null, 'accepted'],
  ] as const)('%s of %s people: %s', (indicator, measured, verdict) => {
    expect(checkReportable(indicator, measured).verdict).toBe(verdict);
  });

  it('names the minimum and refuses counts that are none', () => {
    expect(checkReportable('presenteeism', 4)).toEqual({
      verdict: 'refused',
      reason: 'too-few-people',
      minimum: 10,
    });
    expect(() => checkReportable('presenteeism', 4.5)).toThrow(
      expect.objectContaining({ code: 'OUTCOME_COUNT_INVALID' }),
    );
  });
});
