import { describe, expect, it } from '@jest/globals';
import { LOCALES, type Locale } from '@sukoyaka/kernel';
import { resources } from '@sukoyaka/locales';
import { buildReport } from '@sukoyaka/report';
import {
  companies,
  emptySheet,
  inputFor,
  LANGUAGES,
  LARGE,
  saidIn,
  SME,
  type Workshop,
} from './support/reports.js';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path: readonly string[] = []): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[[...path, key].join('.'), value] as const]
      : leaves(value, [...path, key]),
  );
}

const texts = (locale: Locale): ReadonlyMap<string, string> =>
  new Map(leaves(resources[locale].report));

const placeholders = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('The texts of reports', () => {
  it.each(['ja', 'th'] as const)('have the same keys and values in %s as in English', (locale) => {
    const english = texts('en');
    const other = texts(locale);
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of english) {
      expect([key, placeholders(other.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  it('are what the domain calls things, to the letter', () => {
    const table: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
      'document.title': {
        ja: '自己評価結果報告書',
        th: 'รายงานผลการประเมินตนเอง',
        en: 'Self-assessment report',
      },
      'cover.report-number': { ja: '報告書番号', th: 'เลขที่รายงาน', en: 'Report number' },
      'decision.all-met': {
        ja: '参照要件:すべて充足',
        th: 'ข้อกำหนดอ้างอิง: ครบทุกข้อ',
        en: 'Reference criteria: all met',
      },
      'decision.open': {
        ja: '参照要件:残り{{n}}項目',
        th: 'ข้อกำหนดอ้างอิง: ยังขาด {{n}} ข้อ',
        en: 'Reference criteria: {{n}} open',
      },
      'section.criteria': {
        ja: '参照要件の充足状況',
        th: 'สถานะตามข้อกำหนดอ้างอิง',
        en: 'Status against reference criteria',
      },
      'stage.1': { ja: '着手', th: 'เริ่มต้น', en: 'Starting' },
      'stage.2': { ja: '整備', th: 'วางระบบ', en: 'Building' },
      'stage.3': { ja: '実践', th: 'ลงมือปฏิบัติ', en: 'Practising' },
      'stage.4': { ja: '定着', th: 'ต่อเนื่องยั่งยืน', en: 'Sustaining' },
      'assurance.self-assessed': {
        ja: '自己評価（未確認）',
        th: 'ประเมินตนเอง (ยังไม่ผ่านการตรวจสอบ)',
        en: 'Self-assessed (not checked)',
      },
      'assurance.documents-checked': {
        ja: '書類確認済',
        th: 'ตรวจสอบเอกสารแล้ว',
        en: 'Documents checked',
      },
      'assurance.checked-on-site': {
        ja: '現地確認済',
        th: 'ตรวจสอบ ณ สถานที่แล้ว',
        en: 'Checked on site',
      },
      'decision.extras-met': {
        ja: 'ホワイト500の追加項目に相当する項目を充足（順位は判定していません）',
        th: 'มีครบตามข้อกำหนดเพิ่มเติมที่เทียบได้กับ White 500 ของญี่ปุ่น (ไม่ได้จัดอันดับ)',
        en: "Items comparable to Japan's White 500 extras are met (rank not assessed)",
      },
      'notice.full': {
        ja: '本報告書は公表された要件に照らした自己評価であり、健康経営優良法人の認定その他の公的な認定・顕彰ではありません。経済産業省・日本健康会議とは関係ありません。「健康経営」はNPO法人健康経営研究会の登録商標です。',
        th: 'รายงานนี้เป็นผลการประเมินตนเองโดยอ้างอิงเกณฑ์ที่เผยแพร่ต่อสาธารณะ มิใช่การรับรองหรือรางวัลของหน่วยงานใด และไม่เกี่ยวข้องกับกระทรวงเศรษฐกิจ การค้า และอุตสาหกรรมของญี่ปุ่น (METI) หรือ Nippon Kenko Kaigi',
        en: 'This report is a self-assessment against published criteria. It is not a certification or award and is not connected with METI or Nippon Kenko Kaigi. 健康経営 is a registered trademark of the NPO Kenko Keiei Kenkyukai.',
      },
    };
    for (const [key, words] of Object.entries(table)) {
      for (const locale of LOCALES) expect(texts(locale).get(key)).toBe(words[locale]);
    }
  });

  it('hold no Thai sentence with a sign of another script by mistake', () => {
    for (const [key, text] of texts('th')) {
      const rest = text.replaceAll('偏差値', '');
      expect([key, rest]).toEqual([key, expect.not.stringMatching(/[\u3040-\u30ff\u4e00-\u9fff]/)]);
    }
  });
});

/** Words that a result may never be called by. */
const FORBIDDEN =
  /認定|適合書|優良|ホワイト|ブライト|certifi|รับรอง|ดีเด่น|\bAAA\b|platinum|\bgold\b|\bsilver\b|\bbronze\b|level [1-4]|レベル[1-4１-４]|ระดับ [1-4]\b|ゴールド|シルバー|ブロンズ|プラチナ/giu;

/** The fixed sentences that say what the report is not, and the phrase on comparable items. */
const ALLOWED: readonly RegExp[] = [
  /健康経営優良法人の認定その他の公的な認定・顕彰ではありません/g,
  /公的な認定・顕彰ではありません/g,
  /(It is|Not) (not )?a certification or award/g,
  /มิใช่การรับรองหรือรางวัลของหน่วยงานใด/g,
  /ホワイト500の追加項目に相当する項目/g,
];

function forbiddenIn(text: string): readonly string[] {
  const rest = ALLOWED.reduce((left, allowed) => left.replace(allowed, ''), text);
  return rest.match(FORBIDDEN) ?? [];
}

/** What an edition itself says: its words are the questionnaire's, not the result's. */
function quotedFrom({ edition, ruleSets, programme }: Workshop): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node === 'string') found.add(node);
    else if (typeof node === 'object' && node !== null) Object.values(node).forEach(visit);
  };
  [edition, ruleSets, programme].forEach(visit);
  return found;
}

function withoutQuotes(text: string, quoted: ReadonlySet<string>): string {
  let left = text;
  for (const words of quoted) {
    if (FORBIDDEN.test(words)) {
      left = left.replaceAll(words, '').replaceAll(words.replace(/[.。]$/u, ''), '');
    }
    FORBIDDEN.lastIndex = 0;
  }
  return left;
}

describe('Words that a result may not be called by', () => {
  it.each(LOCALES)('are in no text of reports: %s', (locale) => {
    for (const [key, text] of texts(locale)) expect([key, forbiddenIn(text)]).toEqual([key, []]);
  });

  it.each([
    ['large', LARGE],
    ['small', SME],
  ])('are in no report of the %s edition, in any language', (_, workshop) => {
    const quoted = quotedFrom(workshop);
    const sheets = [...companies(workshop, 4), emptySheet(workshop)];
    for (const sheet of sheets) {
      for (const languages of LANGUAGES) {
        const document = buildReport(inputFor(workshop, sheet, { languages }));
        for (const language of LOCALES) {
          expect(forbiddenIn(withoutQuotes(saidIn(document, language), quoted))).toEqual([]);
        }
      }
    }
  });
});
