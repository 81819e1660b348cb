import type { IndicatorEntry } from '../catalogue/types.js';

/** Hours, leave, staying with the company, safety, cost. */
export const WORK_INDICATORS = {
  'paid-leave-use': {
    name: { ja: '有給休暇の取得', th: 'การใช้วันหยุดพักผ่อนประจำปี', en: 'Use of paid leave' },
    direction: 'higher-is-better',
    units: ['percent', 'days'],
    // Days carried over from the year before can lift it above 100 %.
    percentMax: 200,
    protection: 'working-conditions',
    instrument: 'none',
  },
  'overtime-hours': {
    name: { ja: '残業時間', th: 'ชั่วโมงทำงานล่วงเวลา', en: 'Overtime hours' },
    direction: 'lower-is-better',
    units: ['hours'],
    protection: 'working-conditions',
    instrument: 'none',
  },
  'long-hours-rate': {
    name: {
      ja: '長時間労働者率',
      th: 'สัดส่วนผู้ที่มีชั่วโมงการทำงานยาวนาน',
      en: 'Employees working long hours',
    },
    direction: 'lower-is-better',
    units: ['percent'],
    protection: 'working-conditions',
    instrument: 'none',
  },
  'working-hours': {
    name: { ja: '総労働時間', th: 'ชั่วโมงการทำงานรวม', en: 'Total working hours' },
    direction: 'lower-is-better',
    units: ['hours'],
    protection: 'working-conditions',
    instrument: 'none',
  },
  'turnover-rate': {
    name: { ja: '離職率', th: 'อัตราการลาออก', en: 'Turnover rate' },
    direction: 'lower-is-better',
    units: ['percent'],
    // Leavers of a year can outnumber the average staff.
    percentMax: 300,
    protection: 'working-conditions',
    instrument: 'none',
  },
  'retention-rate': {
    name: { ja: '定着率', th: 'อัตราการรักษาบุคลากรไว้กับองค์กร', en: 'Retention rate' },
    direction: 'higher-is-better',
    units: ['percent'],
    protection: 'working-conditions',
    instrument: 'none',
  },
  'length-of-service': {
    name: { ja: '平均勤続年数', th: 'อายุงานเฉลี่ย', en: 'Average length of service' },
    direction: 'higher-is-better',
    units: ['years'],
    protection: 'working-conditions',
    instrument: 'none',
  },
  'parental-leave-use': {
    name: { ja: '育児休業取得率', th: 'อัตราการใช้สิทธิลาเพื่อเลี้ยงดูบุตร', en: 'Use of parental leave' },
    direction: 'higher-is-better',
    units: ['percent', 'days'],
    // Leave that began after the year of birth can lift it above 100 %.
    percentMax: 200,
    protection: 'working-conditions',
    instrument: 'none',
  },
  'accident-frequency': {
    name: {
      ja: '労働災害度数率',
      th: 'อัตราความถี่การบาดเจ็บจากการทำงาน',
      en: 'Accident frequency rate',
    },
    direction: 'lower-is-better',
    units: ['index'],
    bareUnit: 'index',
    protection: 'working-conditions',
    instrument: 'none',
  },
  'accident-severity': {
    name: {
      ja: '労働災害強度率',
      th: 'อัตราความรุนแรงการบาดเจ็บจากการทำงาน',
      en: 'Accident severity rate',
    },
    direction: 'lower-is-better',
    units: ['index'],
    bareUnit: 'index',
    protection: 'working-conditions',
    instrument: 'none',
  },
  'medical-cost': {
    name: { ja: '一人当たり医療費', th: 'ค่ารักษาพยาบาลต่อคน', en: 'Medical cost per person' },
    direction: 'lower-is-better',
    units: ['currency'],
    protection: 'health-state',
    instrument: 'none',
  },
} as const satisfies Record<string, IndicatorEntry>;
