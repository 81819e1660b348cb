import type { Localised } from '@sukoyaka/kernel';
import type { Unit } from '../reading/types.js';

/** Names of units; the maximum of a score is set in for `{max}`. */
export const UNIT_NAMES: Readonly<
  Record<Exclude<Unit, `score-of-${number}`> | 'score', Localised>
> = {
  percent: { ja: '%', th: '%', en: '%' },
  points: { ja: '点', th: 'คะแนน', en: 'points' },
  score: { ja: '点（{max}点満点）', th: 'คะแนน (เต็ม {max})', en: 'of {max}' },
  ratio: { ja: '比', th: 'อัตราส่วน', en: 'ratio' },
  index: { ja: '指数', th: 'ดัชนี', en: 'index' },
  days: { ja: '日', th: 'วัน', en: 'days' },
  'days-per-month': { ja: '日/月', th: 'วัน/เดือน', en: 'days a month' },
  hours: { ja: '時間', th: 'ชั่วโมง', en: 'hours' },
  'hours-per-day': { ja: '時間/日', th: 'ชั่วโมง/วัน', en: 'hours a day' },
  'hours-per-week': { ja: '時間/週', th: 'ชั่วโมง/สัปดาห์', en: 'hours a week' },
  'hours-per-month': { ja: '時間/月', th: 'ชั่วโมง/เดือน', en: 'hours a month' },
  'hours-per-year': { ja: '時間/年', th: 'ชั่วโมง/ปี', en: 'hours a year' },
  people: { ja: '人', th: 'คน', en: 'people' },
  currency: { ja: '金額', th: 'จำนวนเงิน', en: 'amount of money' },
  times: { ja: '回', th: 'ครั้ง', en: 'times' },
  steps: { ja: '歩', th: 'ก้าว', en: 'steps' },
  years: { ja: '年', th: 'ปี', en: 'years' },
  months: { ja: 'か月', th: 'เดือน', en: 'months' },
  weeks: { ja: '週', th: 'สัปดาห์', en: 'weeks' },
};
