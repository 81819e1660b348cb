import type { Locale, Localised } from '@sukoyaka/kernel';
import type {
  Answers,
  ConsentQuestion,
  ConsentValue,
  EvidenceItem,
  EvidenceQuestion,
  TextQuestion,
} from '@sukoyaka/survey';
import type { Company } from '../company.js';
import type { Random } from '../random.js';
import { storyOf } from './linked.js';

/** What every free text begins with, so that nobody can take it for a real company's. */
const MARK: Localised = {
  en: 'Synthetic example: ',
  ja: '合成データの例：',
  th: 'ตัวอย่างสมมติ: ',
};

const TEXTS: Localised<readonly string[]> = {
  en: [
    'we offer short exercise breaks twice a day and follow participation every quarter.',
    'after the last check-ups we invited everybody with raised blood pressure to a consultation.',
    'the aim is to halve the number of people who skip breakfast within three years.',
  ],
  ja: [
    '1日2回の体操時間を設け、四半期ごとに参加率を確認しています。',
    '健康診断で血圧が高めだった方全員に、保健指導をご案内しました。',
    '3年以内に朝食を抜く人の割合を半減させることを目標としています。',
  ],
  th: [
    'จัดช่วงยืดเหยียดวันละสองครั้ง และติดตามการเข้าร่วมทุกไตรมาส',
    'หลังการตรวจสุขภาพครั้งล่าสุด เชิญผู้ที่มีความดันโลหิตสูงทุกคนเข้ารับคำปรึกษา',
    'ตั้งเป้าลดจำนวนผู้ไม่รับประทานอาหารเช้าลงครึ่งหนึ่งภายในสามปี',
  ],
};

const DOCUMENTS: Localised<readonly string[]> = {
  en: [
    'Synthetic health policy',
    'Synthetic minutes of the health committee',
    'Synthetic check-up summary',
  ],
  ja: [
    '健康経営方針（合成データ）',
    '健康推進委員会議事録（合成データ）',
    '健康診断集計表（合成データ）',
  ],
  th: ['นโยบายสุขภาพ (สมมติ)', 'รายงานการประชุมคณะกรรมการสุขภาพ (สมมติ)', 'สรุปผลตรวจสุขภาพ (สมมติ)'],
};

/** What the company tells of an earlier answer; undefined where the question is about none. */
export function toldText(
  question: TextQuestion,
  { language }: Company,
  given: Answers,
): string | undefined {
  const words = storyOf(question.id, language, given);
  return words === undefined ? undefined : marked(words, language, question);
}

/** A sentence in the company's language; undefined where the question takes less than that. */
export function freeText(
  question: TextQuestion,
  { language }: Company,
  random: Random,
): string | undefined {
  return marked(random.pick(TEXTS[language]), language, question);
}

function marked(words: string, language: Locale, { maxLength }: TextQuestion): string | undefined {
  const text = `${MARK[language]}${words}`;
  return text.length <= maxLength ? text : undefined;
}

export function documents(
  { maxItems }: EvidenceQuestion,
  { language }: Company,
  level: number,
): readonly EvidenceItem[] {
  const titles = DOCUMENTS[language];
  const count = Math.max(1, Math.min(maxItems, Math.ceil(level * titles.length)));
  return titles.slice(0, count).map((title) => ({ title, kind: 'document', status: 'held' }));
}

/** Given by nearly all; on a day after the period of the answers. */
export function consent(
  { textVersion }: ConsentQuestion,
  { language, periodEnd }: Company,
  random: Random,
): ConsentValue {
  const date = `${Number(periodEnd.slice(0, 4)) + (periodEnd.endsWith('12-31') ? 1 : 0)}-04-15`;
  return { given: random.chance(0.95), textVersion, language, date };
}
