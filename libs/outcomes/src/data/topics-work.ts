import type { TopicEntry } from '../catalogue/types.js';
import type { PROGRAMME_INDICATORS } from './indicators-programmes.js';
import type { WORK_INDICATORS } from './indicators-work.js';
import { prevailing, scored, takingPart } from './readings.js';

type Id =
  keyof typeof WORK_INDICATORS | keyof typeof PROGRAMME_INDICATORS | 'employee-satisfaction';

/** Readings of a programme of any kind. */
const PROGRAMME = {
  ...takingPart('programme-participation'),
  registration: 'programme-participation',
  satisfaction: 'programme-satisfaction',
  awareness: 'programme-awareness',
  change: 'programme-effect',
} as const;

export const WORK_TOPICS = {
  'paid-leave': {
    rank: 30,
    terms: `有給休暇 | 年次有給休暇 | 年次有給 | 有給 | 有休 | 年休 | 年次休暇 | paid leave | annual paid leave |
      annual leave | paid holiday | paid holidays | paid vacation | paid time off | ลาพักร้อน |
      วันลาพักร้อน | วันหยุดพักผ่อนประจำปี | วันหยุดพักร้อน | ลาพักผ่อน | ลาพักผ่อนประจำปี |
      วันลาพักผ่อนประจำปี`,
    readings: { ...takingPart('paid-leave-use'), days: 'paid-leave-use' },
  },
  'planned-leave': {
    rank: 44,
    // How much of the leave fixed by a plan was taken: neither a goal nor all paid leave.
    terms: '計画年休 | 計画有休 | 計画有給 | 計画的付与 | 計画有給休暇 | 計画的年休',
    readings: {},
  },
  'paid-leave-minimum': {
    rank: 44,
    // The share of people who took the days that the law demands, not how much was taken.
    terms: `有給休暇5日以上 | 有給休暇年5日以上 | 有給5日以上 | 有休5日以上 | 年休5日以上 | 5日以上取得 | 5日以上の取得 | 年5日取得 | 5日取得`,
    readings: {},
  },
  overtime: {
    rank: 30,
    terms: `残業 | 残業時間 | 時間外・休日労働 | 時間外・休日労働時間 |
      時間外及び休日労働時間 | 時間外休日労働時間 | 平均時間外 | 平均時間外労働 | 平均時間外労働時間 | 平均時間外勤務 | 平均時間外勤務時間 | 時間外労働 | 時間外労働時間 | 時間外勤務 | 時間外勤務時間 | 時間外 | 所定外労働 | 所定外労働時間 | 所定外時間 | 所定外 |
      法定外労働 | 法定外労働時間 | 法定時間外労働 | 法定時間外労働時間 | 超過勤務 | 超過勤務時間 | 超過労働時間 | overtime | overtime hours |
      overtime work | overtime working hours | hours of overtime | ot | ot hours | ล่วงเวลา |
      ทำงานล่วงเวลา | การทำงานล่วงเวลา | ชั่วโมงล่วงเวลา | ชั่วโมงทำงานล่วงเวลา |
      ชั่วโมงการทำงานล่วงเวลา | โอที | ชั่วโมงโอที`,
    readings: {
      none: 'overtime-hours',
      hours: 'overtime-hours',
      share: 'long-hours-rate',
      count: 'long-hours-rate',
    },
    byUnit: { hours: 'overtime-hours' },
  },
  'long-hours': {
    rank: 31,
    terms: `長時間労働者 | 長時間労働 | 長時間残業 | 長時間残業者 | 長時間勤務者 | 過重労働 | 過重労働者 | long working hours |
      excessive overtime | long hours | overwork | overworked`,
    readings: prevailing('long-hours-rate'),
  },
  'working-hours': {
    rank: 29,
    terms: `総労働時間 | 総実労働時間 | 実労働時間 | 年間総労働時間 | 労働時間 | 総勤務時間 | working hours |
      total working hours | actual working hours | ชั่วโมงการทำงาน | ชั่วโมงทำงาน`,
    readings: { none: 'working-hours', hours: 'working-hours' },
  },
  'no-overtime-day': {
    rank: 44,
    terms: 'ノー残業デー | ノー残業 | no overtime day | no overtime days',
    readings: {},
  },
  turnover: {
    rank: 30,
    terms: `離職 | 離職者 | 自己都合離職 | 自己都合退職 | 退職 | 退職者 | 中途退職 | turnover | employee turnover |
      staff turnover | attrition | resignation | resignations | leavers | ลาออก | การลาออก |
      ผู้ลาออก | หมุนเวียน | การหมุนเวียน | การหมุนเวียนพนักงาน | การหมุนเวียนของพนักงาน`,
    readings: prevailing('turnover-rate'),
  },
  retention: {
    rank: 28,
    terms: `定着 | 定着者 | 在籍継続 | retention | employee retention | การรักษาบุคลากรไว้กับองค์กร |
      การคงอยู่ | คงอยู่ของพนักงาน | การรักษาพนักงาน`,
    readings: prevailing('retention-rate'),
  },
  service: {
    rank: 30,
    terms: `勤続年数 | 平均勤続年数 | 平均勤続 | length of service | years of service | tenure | อายุงาน`,
    readings: { none: 'length-of-service' },
  },
  'parental-leave': {
    rank: 34,
    terms: `育児休業 | 育児休業等 | 育児休暇 | 育休 | 育児目的休暇 | 出生時育児休業 | 産後パパ育休 | parental leave |
      childcare leave | child care leave | paternity leave | ลาเพื่อเลี้ยงดูบุตร |
      ลาเลี้ยงดูบุตร | ลาเพื่อดูแลบุตร | ลาช่วยภรรยาคลอด`,
    readings: { ...takingPart('parental-leave-use'), days: 'parental-leave-use' },
  },
  'accident-frequency': {
    rank: 30,
    terms: `度数率 | 労働災害度数率 | 休業災害度数率 | 災害度数率 | 労災度数率 | 休業度数率 | ltifr |
      lost time injury frequency rate | injury frequency rate | accident frequency rate`,
    readings: { none: 'accident-frequency', score: 'accident-frequency' },
  },
  'accident-severity': {
    rank: 30,
    terms: `強度率 | 労働災害強度率 | 災害強度率 | 労災強度率 | accident severity rate | injury severity rate`,
    readings: { none: 'accident-severity', score: 'accident-severity' },
  },
  'medical-cost': {
    rank: 30,
    terms: `医療費 | 医療費用 | medical cost | medical costs | medical expense | medical expenses |
      healthcare cost | healthcare costs | ค่ารักษาพยาบาล`,
    readings: { none: 'medical-cost', amount: 'medical-cost' },
  },
  literacy: {
    rank: 30,
    terms: `ヘルスリテラシー | 健康リテラシー | health literacy | ความรอบรู้ด้านสุขภาพ`,
    readings: scored('health-literacy'),
  },
  training: {
    rank: 55,
    terms: `研修 | セミナー | 講習 | 講習会 | 講座 | 教育 | eラーニング | イーラーニング | 勉強会 | 講演会 | 講演 | ラインケア | ラインケア研修 |
      e learning | elearning | seminar | seminars | training | trainings | workshop | workshops |
      lecture | lectures | course | courses | อบรม | ฝึกอบรม | สัมมนา | อีเลิร์นนิง | เรียนออนไลน์`,
    readings: {
      ...takingPart('training-participation'),
      satisfaction: 'training-satisfaction',
      awareness: 'programme-awareness',
      change: 'programme-effect',
    },
    openPrefix: true,
  },
  programme: {
    rank: 54,
    terms: `施策 | 健康施策 | 健康経営施策 | 健康増進施策 | プログラム | イベント | キャンペーン | ウォーキング | ウォーキングイベント |
      ウォーキングラリー | ウォークラリー | スポーツイベント | スポーツ大会 | 運動会 | アプリ | 健康アプリ | 取り組み | 取組み | 取組 | 健康づくり |
      健康増進活動 | チャレンジ | 禁煙プログラム | 禁煙外来 | 禁煙支援 | 禁煙サポート | 相談窓口 | program | programs | programme |
      programmes | event | events | campaign | campaigns | challenge | app | initiative |
      initiatives | activity | activities | health measures | smoking cessation program |
      smoking cessation programme | โครงการ | กิจกรรม | โปรแกรม | แคมเปญ | โครงการเลิกบุหรี่`,
    readings: PROGRAMME,
    openPrefix: true,
  },
  survey: {
    rank: 56,
    terms: `サーベイ | アンケート | 意識調査 | 従業員調査 | 従業員意識調査 | 社員意識調査 | 調査 | 問診 | survey | surveys |
      questionnaire | แบบสอบถาม | แบบสำรวจ | ผลสำรวจ | ผลการสำรวจ | จากผลสำรวจ`,
    readings: { response: 'survey-response', participation: 'survey-response' },
    openPrefix: true,
    optional: true,
  },
  incentive: {
    rank: 57,
    terms:
      'インセンティブ | 個人インセンティブ | 健康インセンティブ | 健康ポイント | incentive | incentives | สิ่งจูงใจ',
    readings: takingPart('incentive-achievement'),
    openPrefix: true,
  },
  portal: {
    rank: 57,
    terms:
      'ポータルサイト | ポータル | 健康ポータルサイト | 健康ポータル | portal | portal site | พอร์ทัล',
    readings: { ...takingPart('portal-registration'), registration: 'portal-registration' },
    openPrefix: true,
  },
} as const satisfies Record<string, TopicEntry<Id>>;
