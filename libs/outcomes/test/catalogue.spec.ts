import { describe, expect, it } from '@jest/globals';
import {
  groupName,
  indicatorName,
  INDICATORS,
  INSTRUMENTS,
  instrumentName,
  isIndicatorId,
  unitName,
} from '@sukoyaka/outcomes';

const LANGUAGES = ['en', 'ja', 'th'];
const REQUIRED = [
  'checkup-participation',
  'followup-examination',
  'stress-check-participation',
  'high-stress-rate',
  'smoking-rate',
  'presenteeism',
  'absenteeism',
  'work-engagement',
  'exercise-habit',
  'healthy-weight',
  'specific-health-guidance',
  'paid-leave-use',
  'overtime-hours',
  'turnover-rate',
  'sick-leave-rate',
  'cancer-screening',
  'vaccination',
  'sleep',
  'breakfast-skipping',
];

describe('the catalogue', () => {
  it('has the indicators that others rely on', () => {
    expect(REQUIRED.filter((id) => !isIndicatorId(id))).toEqual([]);
    expect(isIndicatorId('constructor')).toBe(false);
    expect(isIndicatorId(null)).toBe(false);
  });

  it.each(INDICATORS.map(({ id }) => id))('names %s in three languages', (id) => {
    const name = indicatorName(id);
    expect(Object.keys(name).sort()).toEqual(LANGUAGES);
    expect(name.th).toMatch(/\p{Script=Thai}/u);
    expect(name.ja).toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
  });

  it.each(INSTRUMENTS.map(({ id }) => id))('names the instrument %s in three languages', (id) => {
    const name = instrumentName(id);
    expect(Object.keys(name).sort()).toEqual(LANGUAGES);
    expect(Object.values(name).every((text) => text !== '')).toBe(true);
  });

  it('gives a direction to every indicator but presenteeism, whose name does not say it', () => {
    const without = INDICATORS.filter(({ direction }) => direction === null);
    expect(without.map(({ id }) => id)).toEqual(['presenteeism']);
  });

  it('ties figures of questionnaires to an instrument and figures of counts to none', () => {
    const required = INDICATORS.filter(({ instrument }) => instrument === 'required');
    expect(required.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'presenteeism',
        'absenteeism',
        'work-engagement',
        'high-stress-rate',
      ]),
    );
    expect(required.every(({ protection }) => protection === 'health-state')).toBe(true);
  });
});

describe('names of groups and units', () => {
  it.each([
    [null, 'all employees', '全体', 'ทั้งหมด'],
    ['male-30s', 'men, 30s', '男性・30代', 'ชาย อายุ 30–39 ปี'],
    ['40-plus', 'aged 40 and over', '40歳以上', 'อายุ 40 ปีขึ้นไป'],
    ['plants-other', 'plants, another group', '工場・その他の区分', 'โรงงาน กลุ่มอื่น'],
    ['20s+30s', '20s, 30s', '20代・30代', 'อายุ 20–29 ปี อายุ 30–39 ปี'],
    ['non-regular', 'non-regular employees', '正社員以外', 'พนักงานสัญญาจ้างและชั่วคราว'],
  ])('names the group %s', (id, en, ja, th) => {
    expect(groupName(id)).toEqual({ ja, th, en });
  });

  it('names a score by its maximum', () => {
    expect(unitName('score-of-10')).toEqual({
      ja: '点（10点満点）',
      th: 'คะแนน (เต็ม 10)',
      en: 'of 10',
    });
    expect(unitName('hours-per-month').en).toBe('hours a month');
  });
});
