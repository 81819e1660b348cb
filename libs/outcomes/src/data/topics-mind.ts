import type { TopicEntry } from '../catalogue/types.js';
import type { MIND_INDICATORS } from './indicators-mind.js';
import { prevailing, scored, takingPart } from './readings.js';

type Id = keyof typeof MIND_INDICATORS | 'survey-response';

export const MIND_TOPICS = {
  'stress-check': {
    rank: 10,
    terms: `ストレスチェック | ストレスチェックテスト | ストレス診断 | ストレス検査 | ストレス調査 | stress check | stress checks | stress check up |
      stress checkup | stress assessment | stress survey | stress test | stress screening |
      stress questionnaire | stress evaluation | ประเมินความเครียด | แบบประเมินความเครียด |
      ตรวจความเครียด | ตรวจวัดความเครียด | คัดกรองความเครียด | วัดระดับความเครียด |
      ทดสอบความเครียด | ตรวจประเมินความเครียด | ตรวจสอบความเครียด`,
    readings: takingPart('stress-check-participation'),
  },
  'high-stress': {
    rank: 30,
    terms: `高ストレス者 | 高ストレス | 高ストレス判定 | 高ストレス判定者 | 高ストレス該当者 | 高ストレス状態 | ハイストレス | high stress |
      highly stressed | high stressed | high stress levels | severely stressed | ความเครียดสูง |
      เครียดสูง | ความเครียดระดับสูง | ความเครียดในระดับสูง | มีความเครียดสูง | เครียดระดับสูง`,
    readings: prevailing('high-stress-rate'),
  },
  'group-health-risk': {
    rank: 30,
    terms: `総合健康リスク | 健康総合リスク | 総合健康リスク値 | total health risk | overall health risk |
      group health risk`,
    readings: { none: 'group-health-risk', score: 'group-health-risk' },
  },
  interview: {
    rank: 50,
    terms: `面談 | 面接指導 | 面接 | 産業医面談 | 医師面談 | 医師面接 | 医師による面接指導 | 保健師面談 | interview | interviews |
      consultation | consultations | พบแพทย์ | สัมภาษณ์`,
    readings: takingPart('physician-interview'),
    openPrefix: true,
  },
  'mental-health': {
    rank: 5,
    terms: `メンタルヘルス | メンタルヘルス不調 | メンタルヘルス不調者 | メンタル不調 | メンタル不調者 | メンタル | 精神疾患 | 精神不調 | 心の健康 |
      mental health | mental illness | mental disorder | mental disorders | mental ill health |
      สุขภาพจิต`,
    readings: {},
    openPrefix: true,
  },
  'sick-leave': {
    rank: 30,
    terms: `休職 | 休職者 | 休業 | 休業者 | 傷病休職 | 傷病休職者 | 私傷病休職 | 私傷病休職者 | 傷病休業 | 傷病による休職 | 疾病による休職 |
      病気休職 | 病気休業 | 長期休職 | 長期休職者 | 長期休業 | 長期休業者 | 長期欠勤 | 長期欠勤者 | 疾病休業 | 疾病休業者 | leave of absence |
      sick leave | sickness leave | medical leave | long term sick leave | long term absence |
      ลาป่วย | การลาป่วย | ลาป่วยระยะยาว`,
    readings: { ...prevailing('sick-leave-rate'), days: 'absenteeism', hours: 'absenteeism' },
    byUnit: { days: 'absenteeism', hours: 'absenteeism' },
  },
  'mental-leave': {
    rank: 35,
    terms: 'mental health leave | mental leave | ลาป่วยเพราะปัญหาสุขภาพจิต',
    requires: ['mental-health', 'sick-leave'],
    readings: prevailing('mental-leave-rate'),
  },
  'return-to-work': {
    rank: 36,
    terms: '復職 | 復職者 | 職場復帰 | 復帰 | return to work | returned to work | กลับเข้าทำงาน',
    readings: prevailing('return-to-work'),
  },
  presenteeism: {
    rank: 31,
    terms: `プレゼンティーイズム | 絶対的プレゼンティーイズム | 相対的プレゼンティーイズム | presenteeism | absolute presenteeism |
      relative presenteeism | presentism | ภาวะทำงานได้ไม่เต็มที่เพราะปัญหาสุขภาพ |
      ภาวะทำงานได้ไม่เต็มที่ | ทำงานได้ไม่เต็มที่ | ทำงานได้ไม่เต็มประสิทธิภาพ |
      ฝืนมาทำงานทั้งที่ป่วย | มาทำงานทั้งที่ป่วย`,
    readings: {
      ...scored('presenteeism'),
      days: 'presenteeism',
      hours: 'presenteeism',
      amount: 'presenteeism',
      response: 'survey-response',
    },
  },
  'work-performance': {
    rank: 3,
    terms: `労働生産性 | 生産性 | 労働生産性損失 | 生産性損失 | 労働損失 | 労働生産性の損失 | 生産性の損失 | 生産性低下 | 労働生産性低下 |
      労働生産性の低下 | パフォーマンス低下 | パフォーマンスの低下 | productivity loss | lost productivity | 仕事のパフォーマンス |
      労働パフォーマンス | 労働遂行能力 | 労働機能障害 | work productivity | work performance | labour productivity |
      labor productivity | productivity | ผลิตภาพ`,
    // It may leave absenteeism in or out: only a named instrument settles it.
    readings: { none: 'unclear', share: 'unclear', score: 'unclear', decline: 'unclear' },
  },
  absenteeism: {
    rank: 32,
    terms: `アブセンティーイズム | アブセンティズム | 病気欠勤 | 病欠 | 疾病欠勤 | 傷病欠勤 | 私傷病欠勤 | 欠勤 | 病気による欠勤 | 疾病による欠勤 |
      傷病による欠勤 | 体調不良による欠勤 | 病気や体調不良による欠勤 | absenteeism | absentism | absentee | absence | absences |
      sickness absence | sick absence | sick day | sick days | sick leave days |
      days of sick leave | days absent | absent days | การขาดงานเพราะปัญหาสุขภาพ | การขาดงาน |
      ขาดงาน | วันลาป่วย | จำนวนวันลาป่วย | หยุดงานเพราะป่วย | การหยุดงาน | หยุดงาน`,
    readings: {
      ...prevailing('absenteeism'),
      score: 'absenteeism',
      days: 'absenteeism',
      hours: 'absenteeism',
      amount: 'absenteeism',
    },
  },
  'work-engagement': {
    rank: 31,
    terms: `ワークエンゲージメント | ワークエンゲイジメント | work engagement | ความผูกพันในงาน | ความผูกพันต่องาน |
      ความผูกพันกับงาน`,
    readings: { ...scored('work-engagement'), response: 'survey-response' },
  },
  'employee-engagement': {
    rank: 29,
    terms: `従業員エンゲージメント | 社員エンゲージメント | エンゲージメント | エンゲイジメント | employee engagement | engagement |
      ความผูกพันต่อองค์กร | ความผูกพันของพนักงาน | ความผูกพันพนักงาน`,
    readings: { ...scored('employee-engagement'), response: 'survey-response' },
  },
  employees: {
    rank: 1,
    terms: `従業員 | 社員 | 職員 | スタッフ | 職場 | 仕事 | 全従業員 | 全社員 | 従業員全体 | 社員全体 | employee | employees |
      staff | worker | workers | workforce | personnel | job | workplace | พนักงาน | บุคลากร |
      ลูกจ้าง | พนักงานทั้งหมด`,
    readings: { satisfaction: 'employee-satisfaction', response: 'survey-response' },
  },
} as const satisfies Record<string, TopicEntry<Id>>;
