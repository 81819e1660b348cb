import type { Meaning, Position } from '../text/tokens.js';

/** Terms, separated by `|`, that share a meaning. */
export interface VocabularyEntry {
  readonly terms: string;
  readonly means: Meaning;
  readonly position?: Position;
}

const bound = (value: 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'about') =>
  ({ t: 'bound-before', bound: value }) as const;
const boundAfter = (
  value: 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'about' | 'decade',
) => ({ t: 'bound-after', bound: value }) as const;

/** How exactly a figure is stated, before or after it. */
export const BOUND_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `≥ | ≧ | >= | ⩾ | 最低 | 最低でも | 少なくとも | 下限 | at least | no less than | not less than |
      no fewer than | minimum | minimum of | min | min. | a minimum of | อย่างน้อย | ไม่น้อยกว่า |
      ไม่ต่ำกว่า | ตั้งแต่ | ต่ำสุด`,
    means: bound('at-least'),
  },
  {
    terms: `≤ | ≦ | <= | ⩽ | 最大 | 最大で | 上限 | 多くとも | 高々 | at most | no more than | not more than |
      up to | maximum | maximum of | max | max. | a maximum of | not exceeding | not over |
      within | ไม่เกิน | ไม่มากกว่า | ไม่สูงกว่า | สูงสุด | มากที่สุด | ไม่เกินกว่า`,
    means: bound('at-most'),
  },
  {
    terms: `> | more than | over | above | exceeding | exceeds | greater than | higher than |
      in excess of | larger than | มากกว่า | เกินกว่า | เกิน | สูงกว่า`,
    means: bound('more-than'),
  },
  {
    terms: `< | less than | under | below | fewer than | lower than | smaller than | น้อยกว่า |
      ต่ำกว่า | ไม่ถึง`,
    means: bound('less-than'),
  },
  {
    terms: `約 | およそ | おおよそ | 凡そ | 概ね | おおむね | ほぼ | だいたい | 大体 | 概算 | about | approx | approx. |
      approximately | around | roughly | circa | ca. | c. | nearly | almost | close to | ≈ | ≒ |
      ≃ | ประมาณ | โดยประมาณ | ราว | ราว ๆ | ราวๆ | เกือบ | ใกล้เคียง`,
    means: bound('about'),
  },
  {
    terms: `以上 | を下回らない | を切らない | を割らない | を割り込まない | or more | or above | or higher | or over | or greater | or better | and above |
      and over | and more | and higher | + | ขึ้นไป | หรือมากกว่า | เป็นอย่างน้อย`,
    means: boundAfter('at-least'),
    position: 'after-figure',
  },
  {
    terms: `以下 | 以内 | を超えない | を上回らない | を超えず | を超過しない | までに抑制 | or less | or below | or lower | or fewer | or under | and below |
      or less than | ลงมา | หรือน้อยกว่า | เป็นอย่างมาก`,
    means: boundAfter('at-most'),
    position: 'after-figure',
  },
  {
    terms: `超 | 超え | 超える | 超過 | を超え | を超える | を超過 | を上回る | を上回り | 上回る | より多い | より大きい | より高い | 強 |
      余り | あまり | 余`,
    means: boundAfter('more-than'),
    position: 'after-figure',
  },
  {
    terms:
      '未満 | を下回る | を下回り | 下回る | より少ない | より小さい | より低い | に満たない | に届かない | 弱 | を切る',
    means: boundAfter('less-than'),
    position: 'after-figure',
  },
  {
    terms: `程度 | に近い | に迫る | 前後 | ほど | くらい | ぐらい | 近く | 内外 | 見当 | or so | approximately | or thereabouts |
      โดยประมาณ`,
    means: boundAfter('about'),
    position: 'after-figure',
  },
  { terms: '台', means: boundAfter('decade'), position: 'after-figure' },
];

const unit = (base: (Meaning & { t: 'unit' })['unit'], factor = 1) =>
  ({ t: 'unit', unit: base, factor }) as const;

/** Units; all but the signs stand right after a number. */
export const UNIT_WORDS: readonly VocabularyEntry[] = [
  {
    terms: '% | パーセント | percent | per cent | pct | เปอร์เซ็นต์ | เปอร์เซนต์',
    means: unit('percent'),
    position: 'after-number',
  },
  { terms: '‰ | パーミル | per mille', means: unit('percent', 0.1), position: 'after-number' },
  { terms: '割', means: unit('tenths'), position: 'after-number' },
  {
    terms: `%ポイント | %pt | %pts | % points | %point | % pt | percentage points | percentage point |
      percent points | pp | ppt | ppts | パーセントポイント | จุดเปอร์เซ็นต์`,
    means: unit('percentage-points'),
    position: 'after-number',
  },
  {
    terms: '点 | ポイント | pt | pts | point | points | คะแนน | แต้ม',
    means: unit('points'),
    position: 'after-number',
  },
  { terms: '日 | 日間 | 営業日 | day | days | วัน', means: unit('days'), position: 'after-number' },
  {
    terms: '時間 | h | hr | hrs | hour | hours | ชั่วโมง | ชม. | ชม',
    means: unit('hours'),
    position: 'after-number',
  },
  {
    terms: '分 | min | mins | minute | minutes | นาที',
    means: unit('minutes'),
    position: 'after-number',
  },
  {
    terms: '名 | 人 | 者 | people | persons | person | employees | คน | ราย | ท่าน',
    means: unit('people'),
    position: 'after-number',
  },
  {
    terms:
      '円 | 米ドル | ドル | ユーロ | バーツ | jpy | yen | thb | baht | usd | dollars | บาท | เยน',
    means: unit('currency'),
    position: 'after-number',
  },
  {
    terms: '回 | 度 | 件 | times | cases | ครั้ง | กรณี',
    means: unit('times'),
    position: 'after-number',
  },
  { terms: '歩 | steps | ก้าว', means: unit('steps'), position: 'after-number' },
  {
    terms: '年 | 年間 | 歳 | 才 | years | year | yrs | ปี',
    means: unit('years'),
    position: 'after-number',
  },
  {
    terms: `か月 | ヶ月 | カ月 | ケ月 | ヵ月 | 箇月 | か月間 | ヶ月間 | カ月間 | ヵ月間 | months | month | เดือน | 月 |
      月末 | 月期 | 月時点`,
    means: unit('months'),
    position: 'after-number',
  },
  { terms: '週 | 週間 | weeks | week | สัปดาห์', means: unit('weeks'), position: 'after-number' },
  {
    terms: `倍 | 社 | 拠点 | 事業所 | 位 | 種 | 種類 | 項目 | kg | cm | mg/dl | mmhg | 組 | 期 | 四半期 | 級 | cups |
      companies | sites | เท่า | แห่ง | บริษัท | กก.`,
    means: unit('other'),
    position: 'after-number',
  },
  { terms: '千', means: { t: 'multiplier', factor: 1e3 }, position: 'after-number' },
  { terms: '万 | หมื่น', means: { t: 'multiplier', factor: 1e4 }, position: 'after-number' },
  {
    terms: '百万 | million | mn | ล้าน',
    means: { t: 'multiplier', factor: 1e6 },
    position: 'after-number',
  },
  { terms: '億', means: { t: 'multiplier', factor: 1e8 }, position: 'after-number' },
  { terms: 'thousand | พัน', means: { t: 'multiplier', factor: 1e3 }, position: 'after-number' },
  { terms: 'billion | bn', means: { t: 'multiplier', factor: 1e9 }, position: 'after-number' },
  { terms: 'แสน', means: { t: 'multiplier', factor: 1e5 }, position: 'after-number' },
  { terms: '兆', means: { t: 'multiplier', factor: 1e12 }, position: 'after-number' },
  { terms: 'ร้อยละ', means: { t: 'unit-before', unit: 'percent' }, position: 'before-number' },
  {
    terms: '¥ | ￥ | ฿ | $ | € | us$ | jpy | thb | usd',
    means: { t: 'unit-before', unit: 'currency' },
    position: 'before-number',
  },
  {
    terms: '点満点 | 点満点中 | 段階評価 | 段階 | 段階中',
    means: { t: 'scale' },
    position: 'after-number',
  },
  {
    terms: `月 | 月平均 | 月間 | 月間平均 | 月当たり | 月あたり | 毎月 | 1か月平均 | 1ヶ月平均 | 1か月当たり | 1ヶ月当たり | 1か月あたり |
      1ヶ月あたり | 1カ月あたり | 1カ月当たり | 一月当たり | ひと月あたり | 平均月間 | 月次 | 月別平均 | monthly | per month |
      a month | ต่อเดือน | รายเดือน | /เดือน`,
    means: { t: 'per', per: 'month' },
  },
  {
    terms: `年間 | 年間平均 | 年平均 | 年当たり | 年あたり | 1年当たり | 1年あたり | 年 | 平均年間 | per year | per annum |
      a year | yearly | ต่อปี | รายปี | /ปี`,
    means: { t: 'per', per: 'year' },
    position: 'before-number',
  },
  {
    terms: 'per year | per annum | a year | ต่อปี | รายปี | 年間 | 年平均 | 平均年間',
    means: { t: 'per', per: 'year' },
  },
  {
    terms: '月 | か月 | ヶ月 | カ月 | ヵ月 | 1か月 | month | mth | mo | m | เดือน',
    means: { t: 'per', per: 'month' },
    position: 'after-slash',
  },
  {
    terms: '年 | 年間 | year | yr | y | ปี',
    means: { t: 'per', per: 'year' },
    position: 'after-slash',
  },
  {
    terms: '週 | 週間 | week | สัปดาห์',
    means: { t: 'per', per: 'week' },
    position: 'after-slash',
  },
  { terms: '日 | day | วัน', means: { t: 'per', per: 'day' }, position: 'after-slash' },
  {
    terms: '人 | 名 | 1人 | 一人 | 社員 | 従業員 | person | employee | head | people | คน | พนักงาน',
    means: { t: 'per', per: 'person' },
    position: 'after-slash',
  },
  {
    terms: 'สัปดาห์ละ | 週 | 1週間に | 週間 | 週平均 | per week | a week | weekly | ต่อสัปดาห์',
    means: { t: 'per', per: 'week' },
    position: 'before-number',
  },
  { terms: '1日 | 1日に | วันละ', means: { t: 'per', per: 'day' }, position: 'before-number' },
  { terms: 'per week | a week | weekly | ต่อสัปดาห์', means: { t: 'per', per: 'week' } },
  {
    terms:
      '1日平均 | 1日当たり | 1日あたり | per day | a day | daily | ต่อวัน | 一日平均 | 一日当たり | 一日あたり',
    means: { t: 'per', per: 'day' },
  },
  {
    terms: `1人当たり | 1人あたり | 1人当り | 一人当たり | 一人あたり | 一人当り | 従業員1人当たり | 従業員1人あたり | 社員1人当たり | 1人平均 |
      一人平均 | per person | per employee | per capita | per head | ต่อคน | เฉลี่ยต่อคน`,
    means: { t: 'per', per: 'person' },
  },
];
