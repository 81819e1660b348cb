import type { IndicatorEntry } from '../catalogue/types.js';

/** Habits and risks of lifestyle disease. */
export const LIFESTYLE_INDICATORS = {
  'smoking-rate': {
    name: { ja: '喫煙率', th: 'อัตราการสูบบุหรี่', en: 'Smoking rate' },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'exercise-habit': {
    name: { ja: '運動習慣者比率', th: 'สัดส่วนผู้ออกกำลังกายเป็นประจำ', en: 'Regular exercise' },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'daily-steps': {
    name: { ja: '平均歩数', th: 'จำนวนก้าวเฉลี่ยต่อวัน', en: 'Steps a day' },
    direction: 'higher-is-better',
    units: ['steps'],
    protection: 'health-state',
    instrument: 'none',
  },
  'healthy-weight': {
    name: { ja: '適正体重維持者率', th: 'สัดส่วนผู้มีน้ำหนักตามเกณฑ์', en: 'Healthy weight' },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'obesity-rate': {
    name: { ja: '肥満率', th: 'สัดส่วนผู้มีภาวะอ้วน', en: 'Obesity rate' },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'metabolic-syndrome': {
    name: {
      ja: 'メタボリックシンドローム該当者率',
      th: 'สัดส่วนผู้มีภาวะอ้วนลงพุง',
      en: 'Metabolic syndrome',
    },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'lifestyle-disease-risk': {
    name: {
      ja: '生活習慣病リスク者率',
      th: 'สัดส่วนผู้มีความเสี่ยงต่อโรคไม่ติดต่อเรื้อรัง',
      en: 'Employees at risk of lifestyle disease',
    },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'blood-pressure-risk': {
    name: { ja: '血圧リスク者率', th: 'สัดส่วนผู้มีความดันโลหิตสูง', en: 'High blood pressure' },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'blood-glucose-risk': {
    name: { ja: '血糖リスク者率', th: 'สัดส่วนผู้มีน้ำตาลในเลือดสูง', en: 'High blood glucose' },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'lipid-risk': {
    name: { ja: '脂質異常者率', th: 'สัดส่วนผู้มีไขมันในเลือดสูง', en: 'Abnormal blood lipids' },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'liver-function-risk': {
    name: {
      ja: '肝機能異常者率',
      th: 'สัดส่วนผู้มีค่าการทำงานของตับผิดปกติ',
      en: 'Abnormal liver function',
    },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  sleep: {
    name: {
      ja: '睡眠で十分な休養が取れている人の割合',
      th: 'สัดส่วนผู้นอนหลับพักผ่อนเพียงพอ',
      en: 'Sufficient sleep',
    },
    direction: 'higher-is-better',
    units: ['percent', 'hours'],
    protection: 'health-state',
    instrument: 'none',
  },
  'breakfast-skipping': {
    name: { ja: '朝食欠食率', th: 'สัดส่วนผู้งดอาหารเช้า', en: 'Skipping breakfast' },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'drinking-habit': {
    name: { ja: '飲酒習慣者率', th: 'สัดส่วนผู้ดื่มแอลกอฮอล์เป็นประจำ', en: 'Drinking habit' },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
} as const satisfies Record<string, IndicatorEntry>;
