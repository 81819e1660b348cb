import type { VocabularyEntry } from './vocabulary-figures.js';

/** Whether a figure is current, a goal, an earlier or a foreign one. */
export const KIND_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `目標 | 目標値 | 達成目標 | 数値目標 | 中期目標 | 目標数値 | 計画 | 計画値 | を目指す | 目指す | を目標 | target |
      targets | target value | goal | goals | aim | objective | เป้าหมาย | ค่าเป้าหมาย | ตั้งเป้า`,
    means: { t: 'kind', kind: 'target' },
  },
  {
    terms: 'までに | 末までに | を目途に | をめどに',
    means: { t: 'kind', kind: 'target' },
    position: 'after-period',
  },
  {
    terms: 'by | by the end of | by end of | until',
    means: { t: 'kind', kind: 'target' },
    position: 'before-year',
  },
  { terms: 'ภายในปี | ภายใน', means: { t: 'kind', kind: 'target' } },
  {
    terms: `前年1年間 | 前年度1年間 | 昨年1年間 | 目標達成 | 目標値達成 | 目標達成済 | 目標未設定 | 目標なし | 目標設定なし | 目標達成者 | target achieved | target met |
      goal achieved | บรรลุเป้าหมาย`,
    means: { t: 'noise' },
  },
  {
    terms: `前年 | 前年度 | 前々年 | 前々年度 | 前々回 | 前々期 | 昨年 | 昨年度 | 一昨年 | 一昨年度 | 前回 | 前期 | 従来 | 開始時 | 開始前 | 導入前 | 実施前 | 施策前 | 改善前 |
      取組前 | 前年実績 | 前年度実績 | 昨年度実績 | 当初 | last year | previous year | prior year | previous |
      previously | the year before | year earlier | baseline | ปีก่อน | ปีที่แล้ว | ปีก่อนหน้า |
      เดิม | ปีที่ผ่านมา`,
    means: { t: 'kind', kind: 'previous' },
  },
  {
    terms: `全国平均 | 国内平均 | 業界平均 | 業種平均 | 同業平均 | 他社平均 | 日本平均 | 日本人平均 | 国民平均 | 世間平均 | 一般平均 | 健保平均 |
      健保組合平均 | 健保全体 | 参考 | 参考値 | 基準値 | ベンチマーク | 全国値 | 見込 | 見込み | 予測 | 予測値 | 推定値 |
      national average | industry average | sector average | country average | average in japan |
      benchmark | reference | forecast | expected | ค่าเฉลี่ยประเทศ | ค่าเฉลี่ยของประเทศ |
      ค่าเฉลี่ยทั้งประเทศ | ค่าเฉลี่ยระดับประเทศ | ค่าเฉลี่ยอุตสาหกรรม | ค่าเฉลี่ยของอุตสาหกรรม |
      ค่าอ้างอิง | คาดการณ์`,
    means: { t: 'kind', kind: 'reference' },
  },
  {
    // Without a figure behind them, these only say where a definition comes from.
    terms: `国民健康・栄養調査 | 国民健康栄養調査 | 国民生活基礎調査 | 雇用動向調査 | 就労条件総合調査 | 労働安全衛生調査 | 毎月勤労統計 |
      毎月勤労統計調査 | 健康経営度調査 | 健康経営度調査平均 | 健康経営度調査回答企業平均 | 健康経営優良法人平均 | 厚生労働省調査 | 厚労省調査 |
      日本全体 | 全国 | national health and nutrition survey`,
    means: { t: 'kind', kind: 'reference' },
    position: 'before-number',
  },
  {
    terms: `国民健康・栄養調査 | 国民健康栄養調査 | 国民生活基礎調査 | 雇用動向調査 | 就労条件総合調査 | 労働安全衛生調査 | 毎月勤労統計調査 |
      厚生労働省調査 | 厚労省調査 | national health and nutrition survey`,
    means: { t: 'noise' },
  },
  {
    terms: `実績 | 実績値 | 現状 | 現状値 | 結果 | 直近 | 今年度 | 当年度 | 本年度 | 今年 | 今回 | 今期 | 実施後 | 改善後 | actual |
      actuals | current | currently | result | results | this year | ปัจจุบัน | ผล | ผลลัพธ์ |
      ผลการดำเนินงาน | ปีนี้ | ผลจริง`,
    means: { t: 'kind', kind: 'actual' },
  },
];

/** Cells that say why they hold no figure. */
export const ABSENCE_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `非公開 | 非開示 | 未公開 | 未公表 | 未開示 | 公表せず | 公表していない | 公開していない | 開示していない | 社外秘 | 非公表 | 開示なし |
      not disclosed | undisclosed | confidential | not published | not public | private |
      withheld | ไม่เปิดเผย | ไม่เปิดเผยข้อมูล`,
    means: { t: 'absence', reason: 'not-disclosed' },
  },
  {
    terms: `算出中 | 集計中 | 調査中 | 測定中 | 確認中 | 準備中 | 計算中 | 未集計 | 未算出 | 検討中 | 作成中 | 未定 | 後日公開 | 更新予定 |
      公開予定 | tbd | tba | pending | to be announced | to be determined | in progress |
      being compiled | under calculation | อยู่ระหว่างดำเนินการ | อยู่ระหว่างการคำนวณ |
      อยู่ระหว่างการรวบรวม | อยู่ระหว่างรวบรวม | รอผล`,
    means: { t: 'absence', reason: 'not-yet-available' },
  },
  {
    terms: `該当なし | 該当無し | 該当せず | 対象外 | 対象者なし | 非該当 | n/a | n.a. | na | #n/a | not applicable |
      ไม่เกี่ยวข้อง | ไม่มีผู้เข้าเกณฑ์`,
    means: { t: 'absence', reason: 'not-applicable' },
  },
  {
    terms: `未測定 | 未実施 | 測定せず | 実施せず | 測定していない | 実施していない | 未計測 | 未把握 | 把握していない | not measured |
      not conducted | not monitored | ไม่ได้วัด | ไม่ได้สำรวจ | ยังไม่ได้ดำเนินการ`,
    means: { t: 'absence', reason: 'not-measured' },
  },
  {
    terms: `不明 | データなし | データ無し | 記載なし | 記載無し | 情報なし | 数値なし | unknown | no data | not available |
      not stated | none | null | nil | ไม่มีข้อมูล | ไม่ระบุ | ไม่ทราบ`,
    means: { t: 'absence', reason: 'unknown-figure' },
  },
];
