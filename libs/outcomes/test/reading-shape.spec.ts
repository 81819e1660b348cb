import { describe, expect, it } from '@jest/globals';
import { readOutcome } from '@sukoyaka/outcomes';

const read = (kpi: string, value: string) => readOutcome({ company: '甲社', kpi, value });

describe('the shape of a reading', () => {
  it('is the published one, keys in order, with a previous figure after the current one', () => {
    expect(JSON.stringify(read('喫煙率', '30.7%（2018年46.0%から15.3%低下）'))).toBe(
      '{"company":"甲社","kpi":"喫煙率","status":"recognised","indicator":"smoking-rate",' +
        '"instrument":null,"unit":"percent","direction":"lower-is-better","values":[' +
        '{"value":30.7,"group":null,"kind":"actual","bound":"exact","period":null},' +
        '{"value":46,"group":null,"kind":"previous","bound":"exact","period":"2018"}],' +
        '"bound":"exact","target":false,"period":null}',
    );
  });

  it('gives a range one value with its upper end', () => {
    const reading = read('がん検診受診率', '79〜99%');
    expect(reading.values).toEqual([
      { value: 79, high: 99, group: null, kind: 'actual', bound: 'range', period: null },
    ]);
    expect(reading.bound).toBe('range');
  });

  it('takes bound, target and period from the main figure', () => {
    expect(read('喫煙者割合目標(2027)', '10%以下')).toMatchObject({
      bound: 'at-most',
      target: true,
      period: '2027',
    });
  });

  it('says that it reversed the figure, mirrors the bound and swaps the ends of a range', () => {
    expect(read('非喫煙率', '90%以上')).toMatchObject({
      indicator: 'smoking-rate',
      values: [{ value: 10, bound: 'at-most' }],
      bound: 'at-most',
      reversed: true,
    });
    expect(read('非喫煙率', '80〜85%').values[0]).toMatchObject({ value: 15, high: 20 });
    expect('reversed' in read('喫煙率', '10%')).toBe(false);
  });

  it('carries indicator, unit and values of an ambiguous row, with the reason after the status', () => {
    const reading = read('プレゼンティーイズム', '20%');
    expect(Object.keys(reading).slice(0, 4)).toEqual(['company', 'kpi', 'status', 'reason']);
    expect(reading).toMatchObject({
      status: 'ambiguous',
      reason: 'loss-or-performance-unstated',
      indicator: 'presenteeism',
      unit: 'percent',
      direction: null,
      values: [{ value: 20 }],
    });
  });

  it('has every key on a row that gives nothing', () => {
    expect(read('全社員禁煙化', '2020年1月達成')).toEqual({
      company: '甲社',
      kpi: '全社員禁煙化',
      status: 'unrecognised',
      reason: 'no-figure',
      indicator: null,
      instrument: null,
      unit: null,
      direction: null,
      values: [],
      bound: null,
      target: false,
      period: null,
    });
  });

  it('tells apart why a cell holds no figure', () => {
    const reasons = ['', '-', '非公開', '算出中', 'N/A', '未測定', '不明', '実施'].map(
      (value) => read('喫煙率', value).reason,
    );
    expect(reasons).toEqual([
      'value-empty',
      'value-empty',
      'not-disclosed',
      'not-yet-available',
      'not-applicable',
      'not-measured',
      'unknown-figure',
      'no-figure',
    ]);
  });

  it('takes a company that names itself for all of it, another part for a group', () => {
    const named = readOutcome({ company: '株式会社甲野', kpi: '甲野の喫煙率', value: '12%' });
    expect(named.values[0]?.group).toBeNull();
    expect(read('三河支店の喫煙率', '12%').values[0]?.group).toBe('other');
  });
});
