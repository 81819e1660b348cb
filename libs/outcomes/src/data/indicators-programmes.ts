import type { IndicatorEntry } from '../catalogue/types.js';

/** Programmes, courses, surveys and what people think of them. */
export const PROGRAMME_INDICATORS = {
  'health-literacy': {
    name: { ja: 'ヘルスリテラシー', th: 'ความรอบรู้ด้านสุขภาพ', en: 'Health literacy' },
    direction: 'higher-is-better',
    units: ['score', 'percent'],
    bareUnit: 'points',
    protection: 'health-state',
    instrument: 'required',
  },
  'training-participation': {
    name: {
      ja: '研修・eラーニング受講率',
      th: 'อัตราการเข้าอบรมและเรียน e-learning',
      en: 'Training and e-learning participation',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'training-satisfaction': {
    name: {
      ja: '研修・セミナー満足度',
      th: 'ความพึงพอใจต่อการอบรม',
      en: 'Satisfaction with training',
    },
    direction: 'higher-is-better',
    units: ['percent', 'score'],
    bareUnit: 'points',
    protection: 'health-state',
    instrument: 'required',
  },
  'programme-participation': {
    name: {
      ja: '健康施策参加率',
      th: 'อัตราการเข้าร่วมกิจกรรมส่งเสริมสุขภาพ',
      en: 'Participation in health programmes',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'programme-satisfaction': {
    name: {
      ja: '健康施策満足度',
      th: 'ความพึงพอใจต่อกิจกรรมส่งเสริมสุขภาพ',
      en: 'Satisfaction with health programmes',
    },
    direction: 'higher-is-better',
    units: ['percent', 'score'],
    bareUnit: 'points',
    protection: 'health-state',
    instrument: 'required',
  },
  'programme-effect': {
    name: {
      ja: '施策による改善',
      th: 'ผลที่ดีขึ้นจากกิจกรรมส่งเสริมสุขภาพ',
      en: 'Improvement through a programme',
    },
    direction: 'higher-is-better',
    units: ['score', 'percent', 'days', 'hours'],
    protection: 'health-state',
    instrument: 'required',
  },
  'programme-awareness': {
    name: {
      ja: '健康施策認知度',
      th: 'การรับรู้กิจกรรมส่งเสริมสุขภาพ',
      en: 'Awareness of health programmes',
    },
    direction: 'higher-is-better',
    units: ['percent', 'score'],
    protection: 'participation',
    instrument: 'none',
  },
  'incentive-achievement': {
    name: {
      ja: 'インセンティブ達成率',
      th: 'อัตราการบรรลุเกณฑ์รับสิ่งจูงใจด้านสุขภาพ',
      en: 'Health incentives earned',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'portal-registration': {
    name: {
      ja: '健康ポータルサイト登録率',
      th: 'อัตราการลงทะเบียนใช้เว็บไซต์สุขภาพของพนักงาน',
      en: 'Registration at the health portal',
    },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
  'survey-response': {
    name: { ja: '従業員調査回答率', th: 'อัตราการตอบแบบสำรวจ', en: 'Survey response' },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'participation',
    instrument: 'none',
  },
} as const satisfies Record<string, IndicatorEntry>;
