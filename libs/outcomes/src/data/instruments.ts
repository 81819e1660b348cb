import type { InstrumentEntry } from '../catalogue/types.js';

/**
 * Instruments that published figures name. Item texts of protected instruments are not shipped.
 *
 * An instrument alone seldom tells loss from performance: SPQ answers are a performance, yet many
 * companies publish 100 less the answer under the same name. Only a scoring whose definition leaves
 * one direction carries it.
 */
export const INSTRUMENT_TABLE = {
  spq: {
    name: {
      ja: 'SPQ（東大1項目版）',
      th: 'SPQ (แบบวัดข้อเดียวของมหาวิทยาลัยโตเกียว)',
      en: 'SPQ (UTokyo single item)',
    },
    measures: 'presenteeism',
    terms: `spq | single item presenteeism question | 東大1項目版 | 東大式1項目版 | 東大1項目 | 東京大学1項目版 |
      東大一項目版 | 東京大学一項目版 | utokyo single item`,
    source: 'University of Tokyo single-item version; may be used with citation',
  },
  'who-hpq': {
    name: { ja: 'WHO-HPQ', th: 'WHO-HPQ', en: 'WHO-HPQ' },
    measures: 'presenteeism',
    terms: 'who hpq | hpq | who-hpq短縮版 | 健康と労働パフォーマンスに関する質問紙',
    source: 'WHO Health and Work Performance Questionnaire; free, cite',
  },
  'who-hpq-absolute': {
    name: { ja: 'WHO-HPQ（絶対的）', th: 'WHO-HPQ (ค่าสัมบูรณ์)', en: 'WHO-HPQ, absolute' },
    measures: 'presenteeism',
    terms:
      '絶対的プレゼンティーイズム | 絶対的 | 絶対値 | 絶対評価 | absolute presenteeism | absolute',
    direction: 'higher-is-better',
    variantOf: 'who-hpq',
    source: 'WHO-HPQ scoring rule: 10 × own performance; higher is more performance',
  },
  'who-hpq-relative': {
    name: { ja: 'WHO-HPQ（相対的）', th: 'WHO-HPQ (ค่าสัมพัทธ์)', en: 'WHO-HPQ, relative' },
    measures: 'presenteeism',
    terms:
      '相対的プレゼンティーイズム | 相対的 | 相対値 | 相対評価 | relative presenteeism | relative',
    direction: 'higher-is-better',
    variantOf: 'who-hpq',
    bareUnit: 'ratio',
    source: 'WHO-HPQ scoring rule: own performance by that of co-workers',
  },
  wlq: {
    name: { ja: 'WLQ', th: 'WLQ', en: 'WLQ' },
    measures: 'presenteeism',
    terms: 'wlq | wlq j | wlqj | work limitations questionnaire',
    source: 'Work Limitations Questionnaire; rights reserved, resulting value only',
  },
  qq: {
    name: { ja: 'QQメソッド', th: 'QQ method', en: 'QQ method' },
    measures: 'presenteeism',
    terms: 'qq method | qqmethod | qqメソッド | qq法 | qq | quantity and quality method',
    source: 'Quantity and Quality method; free',
  },
  wfun: {
    name: { ja: 'WFun', th: 'WFun', en: 'WFun' },
    measures: 'presenteeism',
    terms: 'wfun | work functioning impairment scale',
    source: 'Work Functioning Impairment Scale; resulting value only',
  },
  sps: {
    name: {
      ja: 'SPS（スタンフォード・プレゼンティーイズム・スケール）',
      th: 'Stanford Presenteeism Scale (SPS)',
      en: 'Stanford Presenteeism Scale',
    },
    measures: 'presenteeism',
    terms: 'sps-6 | stanford presenteeism scale | スタンフォードプレゼンティーイズムスケール',
    source: 'Stanford Presenteeism Scale; resulting value only',
  },
  uwes: {
    name: {
      ja: 'ユトレヒト・ワーク・エンゲイジメント尺度（UWES）',
      th: 'Utrecht Work Engagement Scale (UWES)',
      en: 'Utrecht Work Engagement Scale (UWES)',
    },
    measures: 'work-engagement',
    terms: `uwes-17 | uwes-9 | uwes-3 | uwes 17 | uwes 9 | uwes 3 | uwes |
      utrecht work engagement scale | ユトレヒトワークエンゲージメント尺度 | ユトレヒトワークエンゲイジメント尺度`,
    source: 'Utrecht Work Engagement Scale; rights reserved, resulting value only',
  },
  'new-bjsq': {
    name: {
      ja: '新職業性ストレス簡易調査票',
      th: 'แบบประเมินความเครียดจากงานฉบับย่อรุ่นใหม่ (ญี่ปุ่น)',
      en: 'New Brief Job Stress Questionnaire',
    },
    measures: null,
    terms:
      '新職業性ストレス簡易調査票 | 新bjsq | 新職業性ストレス調査票 | new brief job stress questionnaire | new bjsq',
    source: 'New Brief Job Stress Questionnaire; public',
  },
  bjsq: {
    name: {
      ja: '職業性ストレス簡易調査票（57項目）',
      th: 'แบบประเมินความเครียดจากงานฉบับย่อ 57 ข้อ (ญี่ปุ่น)',
      en: 'Brief Job Stress Questionnaire (57 items)',
    },
    measures: null,
    terms:
      '職業性ストレス簡易調査票57項目 | 職業性ストレス簡易調査票 | bjsq | brief job stress questionnaire | 57項目版 | 57項目',
    source: 'Brief Job Stress Questionnaire, 57 items; public',
  },
  'st-5': {
    name: {
      ja: 'ST-5（タイ保健省ストレス尺度）',
      th: 'แบบประเมินความเครียด ST-5 ของกรมสุขภาพจิต',
      en: 'ST-5 (Thai Department of Mental Health)',
    },
    measures: null,
    terms: 'st-5 | st5 | แบบประเมินความเครียด st-5',
    source: 'Thai Department of Mental Health; 8 and more of 15 is at risk',
  },
  'spst-20': {
    name: {
      ja: 'SPST-20（スアンプルン・ストレス検査）',
      th: 'แบบวัดความเครียดสวนปรุง SPST-20 ของกรมสุขภาพจิต',
      en: 'Suanprung Stress Test (SPST-20)',
    },
    measures: null,
    terms: 'spst-20 | spst20 | สวนปรุง',
    source: 'Thai Department of Mental Health',
  },
  happinometer: {
    name: { ja: 'HAPPINOMETER', th: 'HAPPINOMETER', en: 'HAPPINOMETER' },
    measures: null,
    terms: 'happinometer | แฮปปี้โนมิเตอร์',
    source: 'Mahidol University; rights reserved, resulting value only',
  },
} as const satisfies Record<string, InstrumentEntry<string>>;
