import type { IndicatorEntry } from '../catalogue/types.js';

/** Check-ups, what follows from them, and vaccination. */
export const CHECKUP_INDICATORS = {
  'checkup-participation': {
    name: {
      ja: '健康診断受診率',
      th: 'อัตราการเข้ารับการตรวจสุขภาพประจำปี',
      en: 'Health check-up participation',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'followup-examination': {
    name: {
      ja: '精密検査・再検査受診率',
      th: 'อัตราการเข้ารับการตรวจเพิ่มเติมหลังพบความผิดปกติ',
      en: 'Follow-up examination after a check-up',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'specific-checkup': {
    name: {
      ja: '特定健康診査受診率',
      th: 'อัตราการตรวจสุขภาพเฉพาะกลุ่ม (40–74 ปี ตามระบบของญี่ปุ่น)',
      en: 'Specific health check-up (Japan, ages 40–74)',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'comprehensive-checkup': {
    name: {
      ja: '人間ドック受診率',
      th: 'อัตราการตรวจสุขภาพแบบละเอียด',
      en: 'Comprehensive medical check-up',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'dental-checkup': {
    name: { ja: '歯科健診受診率', th: 'อัตราการตรวจสุขภาพช่องปาก', en: 'Dental check-up' },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'gynaecological-checkup': {
    name: { ja: '婦人科健診受診率', th: 'อัตราการตรวจสุขภาพทางนรีเวช', en: 'Gynaecological check-up' },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'special-checkup': {
    name: {
      ja: '特殊健康診断受診率',
      th: 'อัตราการตรวจสุขภาพตามปัจจัยเสี่ยง',
      en: 'Check-up for work with risk factors',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'cancer-screening': {
    name: { ja: 'がん検診受診率', th: 'อัตราการตรวจคัดกรองมะเร็ง', en: 'Cancer screening' },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  vaccination: {
    name: { ja: '予防接種率', th: 'อัตราการฉีดวัคซีน', en: 'Vaccination' },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'abnormal-findings': {
    name: {
      ja: '健康診断有所見率',
      th: 'สัดส่วนผู้มีผลตรวจสุขภาพผิดปกติ',
      en: 'Employees with abnormal check-up findings',
    },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
  'specific-health-guidance': {
    name: {
      ja: '特定保健指導実施率',
      th: 'อัตราการเข้ารับคำแนะนำด้านสุขภาพเฉพาะกลุ่ม (ตามระบบของญี่ปุ่น)',
      en: 'Specific health guidance (Japan)',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'health-guidance': {
    name: { ja: '保健指導実施率', th: 'อัตราการเข้ารับคำแนะนำด้านสุขภาพ', en: 'Health guidance' },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'treatment-continuation': {
    name: {
      ja: 'ハイリスク者の治療継続率',
      th: 'อัตราการรักษาต่อเนื่องของกลุ่มเสี่ยงสูง',
      en: 'Treatment continued by people at high risk',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'health-state',
    instrument: 'none',
  },
} as const satisfies Record<string, IndicatorEntry>;
