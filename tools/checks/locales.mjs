// Checks locales/{en,ja,th}: same files, same keys, same placeholders, no text left in English, no
// words that the product must not use; and the texts of libs/consent/texts likewise. Exit 1 with
// every fault named.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../locales/', import.meta.url));
const CONSENT_FOLDER = fileURLToPath(new URL('../../libs/consent/texts/', import.meta.url));
const LANGUAGES = ['en', 'ja', 'th'];
const SCRIPT = {
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  th: /\p{Script=Thai}/u,
};

/** Plural forms differ by language: English has one and other, Thai and Japanese only other. */
const PLURAL = /_(zero|one|two|few|many|other)$/;

/**
 * Words that would claim more than a self-assessment is, or that the glossary replaces; and marks
 * that typography replaces. `except` takes out the sentences that say what the report is NOT.
 */
const AVOID = {
  en: [
    {
      word: /\bcertif(ied|icate)\b|\bAAA\b/i,
      except:
        /not a certification|certificate of (registration|incorporation)|registration certificate|company.*certificate/i,
    },
  ],
  ja: [
    {
      word: /適合書|優良(?!法人の認定)|認定(?!要件)/,
      except: /認定その他の公的な認定|認定.*ではありません|健康経営優良法人/,
    },
    // Marks are full-width after Japanese, letters and digits half-width.
    { word: /[ぁ-んァ-ヶー一-鿿）」][,:;!?(]|[０-９Ａ-Ｚａ-ｚ]/, except: /参照要件:/ },
  ],
  th: [
    { word: /รับรอง|ดีเด่น/, except: /มิใช่การรับรอง|ไม่ใช่การรับรอง|คำรับรอง|หนังสือรับรอง/ },
    { word: /ค่าเบี่ยงเบนมาตรฐาน|โรคติดเชื้อ|ผู้รับประกันสุขภาพ/ },
  ],
};

/**
 * One term for one thing: words that are right in themselves and still refused, each with the word
 * that the product uses instead. They are found wherever they stand, also inside a longer word.
 */
const REFUSED = {
  ja: {
    サインイン: 'ログイン',
    サインアウト: 'ログアウト',
    '2段階認証': '2要素認証',
    '２段階認証': '2要素認証',
    二段階認証: '2要素認証',
    二要素認証: '2要素認証',
    回復コード: 'リカバリーコード',
    運営者: '運営事務局',
    本サービス: '本システム',
    このサービス: '本システム',
    当サービス: '本システム',
    外部サービス: '外部認証サービス',
    監査ログ: '操作の記録',
    操作ログ: '操作の記録',
    第二要素: '2要素認証',
    認証アプリケーション: '認証アプリ',
    ウェーブ: '実施回',
    実施期間: '実施回',
    調査期間: '実施回',
    個人データ: '個人情報',
    アンケート: '調査票',
  },
  th: {
    เข้าสู่ระบบ: 'ลงชื่อเข้าใช้',
    ล็อกอิน: 'ลงชื่อเข้าใช้',
    ยืนยันตัวตนขั้นที่สอง: 'ยืนยันตัวตนสองขั้นตอน',
    สองปัจจัย: 'สองขั้นตอน',
    ผู้ให้บริการแพลตฟอร์ม: 'ผู้ดำเนินโครงการ',
    สถานประกอบการ: 'สาขา',
    กรุณา: 'โปรด',
    ที่อยู่อีเมล: 'อีเมล',
    อีเมล์: 'อีเมล',
    ลิงค์: 'ลิงก์',
    โทเค็น: 'โทเคน',
    ออบเจกต์: 'ออบเจ็กต์',
    เซสชัน: 'การลงชื่อเข้าใช้',
    บันทึกการตรวจสอบ: 'บันทึกการดำเนินการ',
    ผู้ให้บริการระบบ: 'ผู้ดำเนินโครงการ',
    ผู้ดูแลระบบ: 'ผู้ดำเนินโครงการ',
    ผู้ประเมิน: 'ผู้ตรวจประเมิน',
    ผู้วิเคราะห์: 'นักวิเคราะห์',
    สิทธิ์การเข้าดู: 'สิทธิ์เปิดดู',
    สิทธิ์ดูที่: 'สิทธิ์เปิดดูที่',
    ลงชื่อออก: 'ออกจากระบบ',
    บริการภายนอก: 'ผู้ให้บริการยืนยันตัวตน',
    บัญชีภายนอก: 'บัญชีของผู้ให้บริการยืนยันตัวตน',
  },
};

/** Texts that stand between others and may be a mere space. */
const JOINER = /: list\./;
/** A command line is the same in every language. */
const COMMAND = /^(npm run|sukoyaka) /;

const faults = [];
const files = readdirSync(join(FOLDER, 'en')).filter((name) => name.endsWith('.json'));
for (const language of LANGUAGES) {
  const own = readdirSync(join(FOLDER, language)).filter((name) => name.endsWith('.json'));
  for (const name of new Set([...files, ...own])) {
    if (!own.includes(name) || !files.includes(name))
      faults.push(`${language}/${name}: not in every language`);
  }
}

let texts = 0;
for (const name of files) {
  const english = read('en', name);
  for (const language of LANGUAGES) {
    const own = read(language, name);
    compareKeys(english, own, `${language}/${name}`);
    for (const [key, text] of own) {
      texts += 1;
      check(
        language,
        `${language}/${name}: ${key}`,
        text,
        english.get(key) ?? english.get(plural(key)),
      );
    }
  }
}

for (const name of readdirSync(CONSENT_FOLDER)) {
  const text = JSON.parse(readFileSync(join(CONSENT_FOLDER, name), 'utf8'));
  checkLocalised(text, `consent/${name}`);
}

for (const fault of faults) console.error(`✗ ${fault}`);
console.log(
  faults.length === 0
    ? `Locales: ${texts} texts, all checks passed.`
    : `Locales: ${faults.length} faults.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

function read(language, name) {
  const entries = new Map();
  collect(JSON.parse(readFileSync(join(FOLDER, language, name), 'utf8')), '', entries);
  return entries;
}

function collect(node, path, entries) {
  for (const [key, value] of Object.entries(node)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') entries.set(at, value);
    else if (value !== null && typeof value === 'object') collect(value, at, entries);
    else faults.push(`${at}: neither a text nor a group of texts`);
  }
}

/** Checks every object of a tree that holds one text per language. */
function checkLocalised(node, at) {
  if (node === null || typeof node !== 'object') return;
  if (!LANGUAGES.some((language) => language in node)) {
    for (const [key, value] of Object.entries(node)) checkLocalised(value, `${at}: ${key}`);
    return;
  }
  for (const language of LANGUAGES) {
    texts += 1;
    if (typeof node[language] !== 'string') faults.push(`${at}: no text in "${language}"`);
    else check(language, `${at} (${language})`, node[language], node.en);
  }
}

function plural(key) {
  return key.replace(PLURAL, '_other');
}

function compareKeys(english, own, at) {
  const stem = (key) => key.replace(PLURAL, '');
  const wanted = new Set([...english.keys()].map(stem));
  const found = new Set([...own.keys()].map(stem));
  for (const key of wanted) if (!found.has(key)) faults.push(`${at}: "${key}" is missing`);
  for (const key of found) if (!wanted.has(key)) faults.push(`${at}: "${key}" is not in English`);
}

function check(language, at, text, english) {
  if (text.trim() === '' && !JOINER.test(at)) faults.push(`${at}: blank`);
  if (text !== text.normalize('NFC')) faults.push(`${at}: not in normal form C`);
  if (english !== undefined && placeholders(text) !== placeholders(english)) {
    faults.push(`${at}: placeholders ${placeholders(text)}, in English ${placeholders(english)}`);
  }
  const words = text.replace(/\{\{\w+\}\}/g, '').replace(/[\s\d\p{P}\p{S}]/gu, '');
  const script = SCRIPT[language];
  if (
    script &&
    text === english &&
    !COMMAND.test(text) &&
    /\s\p{L}+\s/u.test(text) &&
    words.length > 12 &&
    !script.test(text)
  ) {
    faults.push(`${at}: left in English`);
  }
  for (const { word, except } of AVOID[language]) {
    if (word.test(text) && !(except && except.test(text)))
      faults.push(`${at}: says ${text.match(word)?.[0]}`);
  }
  for (const [refused, preferred] of Object.entries(REFUSED[language] ?? {})) {
    if (text.includes(refused))
      faults.push(`${at}: says “${refused}”; the term here is “${preferred}”`);
  }
}

function placeholders(text) {
  return [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort().join(' ');
}
