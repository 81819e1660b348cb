/**
 * Units and counters: a number is not parted from what it counts. Longest first within a language
 * is not needed, since a match holds the number and the whole match together.
 */
const JAPANESE =
  '時間 時 分間 分 秒 日間 日 週間 週 か月間 か月 ヶ月 カ月 ヵ月 ケ月 箇月 年間 年度 年 月 世紀 人 名 社 件 点 円 万円 千円 億円 百万円 兆円 ' +
  '万人 億人 千人 万 億 兆 千 百 回 倍 位 項目 個 歳 才 割 分の 種類 段階 か所 ヶ所 カ所 ヵ所 ケ所 箇所 か国 ヶ国 カ国 ヵ国 か年 ヶ年 カ年 拠点 事業所 事業場 部門 部 課 ' +
  '号 条 章 節 項 版 頁 ページ 番 番目 つ 本 枚 冊 台 校 組 対 期 代 階 丁目 番地 度 問 級 次 歩 世帯 店舗 店 団体 機関 施設 語 行 列 字 文字 ' +
  'パーセント ポイント 人月 ドル バーツ ユーロ ポンド キログラム キロメートル キロカロリー キロ グラム ミリグラム ミリ メートル センチメートル ' +
  'センチ リットル ミリリットル トン カロリー ヘクタール 平方メートル ワット 以上 以下 未満 超 前後 程度 強 弱 ぐらい くらい 台以上';

const THAI =
  'คน ราย แห่ง บาท ล้านบาท ล้านคน ล้าน แสน หมื่น พัน ร้อย เปอร์เซ็นต์ เปอร์เซนต์ ชั่วโมง ชม. นาที วินาที วัน สัปดาห์ เดือน ปี ครั้ง คะแนน ' +
  'ข้อ หน้า ระดับ กิโลกรัม กรัม กก. มก. มล. ซม. มม. กม. เมตร เซนติเมตร กิโลเมตร ลิตร มิลลิลิตร แคลอรี กิโลแคลอรี จุด เท่า ชนิด ประเภท ' +
  'กลุ่ม ด้าน องค์กร บริษัท สาขา คู่ ชุด ขั้น เล่ม องศา หน่วย มาตรการ รายการ ตัวชี้วัด กิจกรรม โครงการ หลักสูตร ท่าน ฉบับ มื้อ แก้ว น. โมง ' +
  'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค. มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม ' +
  'สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม ' +
  'เยน ดอลลาร์ ยูโร ไร่ ตารางเมตร รุ่น รอบ ไตรมาส จังหวัด ประเทศ โรงงาน สถานประกอบการ มิลลิเมตรปรอท มิลลิกรัม ก้าว ประเด็น';

const ENGLISH =
  'percent per hours hour hrs hr h minutes minute min seconds second sec s days day weeks week months month years year yrs people ' +
  'persons employees workers companies points point times items criteria kg g mg cm mm km m mL ml L kcal cal mmHg BMI million billion ' +
  'thousand baht yen THB JPY USD SGD EUR dollars % ‰ °C m2 m² sites questions sections pages a.m. p.m. am pm';

const BEFORE_NUMBER =
  'THB JPY USD SGD EUR MYR VND IDR PHP No. no. Nos. p. pp. Table Figure Section Chapter Article Level Stage Part approx. c. ร้อยละ พ.ศ. ค.ศ. ' +
  'มาตรา ข้อ ข้อที่ ครั้งที่ ฉบับที่ เลขที่ หมวด บทที่ ตารางที่ หน้า ปี อายุ ประมาณ ระดับ ชั้น วันที่ ไตรมาส ราว เกือบ กว่า เกิน';

const JAPANESE_BEFORE =
  '約 第 計 全 各 毎 延べ のべ 合計 令和 平成 昭和 大正 明治 西暦 平均 満 最大 最小 最高 最低 上位 下位 不明 年 月';

const units = listOf(JAPANESE);
const spacedUnits = new Set([...listOf(THAI), ...listOf(ENGLISH), ...units]);
const beforeNumber = new Set(listOf(BEFORE_NUMBER));
const japaneseBefore = listOf(JAPANESE_BEFORE);
const byFirst = Map.groupBy(units, (unit) => unit.charAt(0));

function listOf(words: string): string[] {
  return words.split(' ').sort((a, b) => b.length - a.length);
}

/** Units in one square, such as ㌢ and ㎎. */
const SQUARED_UNIT = /[\u3300-\u3357\u3380-\u33df]/;

/** Length of the Japanese unit written at `at` (right after a number); 0 for none. */
export function unitLengthAt(text: string, at: number): number {
  if (SQUARED_UNIT.test(text.charAt(at))) return 1;
  const candidates = byFirst.get(text.charAt(at)) ?? [];
  const length = candidates.find((unit) => text.startsWith(unit, at))?.length ?? 0;
  return length > 0 && /[目代台分間]/.test(text.charAt(at + length)) ? length + 1 : length;
}

/** Length of the word before `at` that belongs with the number after it; 0 for none. */
export function leadLengthAt(text: string, at: number): number {
  return japaneseBefore.find((word) => text.startsWith(word, at - word.length))?.length ?? 0;
}

const WORD_AT = /[^\s\u00a0（(「、。,;)）]+/y;

/** Whether a unit stands at `at`, after a number and a space. */
export function isSpacedUnit(text: string, at: number): boolean {
  WORD_AT.lastIndex = at;
  const word = WORD_AT.exec(text)?.[0] ?? '';
  if (beforeNumber.has(word) && isNumberAfter(text, at + word.length)) return false;
  return spacedUnits.has(word) || thaiUnitBegins(word);
}

/** ปี 2568 หน้า 15: the word belongs with the number after it. */
function isNumberAfter(text: string, at: number): boolean {
  return /^ [\d๐-๙]/.test(text.slice(at, at + 2));
}

/** Whether a Thai unit is written at `at`, right after a number. */
export function beginsWithThaiUnit(text: string, at: number): boolean {
  return thaiUnitBegins(text.slice(at, at + 14));
}

/** Thai writes on without a space: `30 คนขึ้นไป`. */
function thaiUnitBegins(word: string): boolean {
  if (!/^[\u0e01-\u0e2e\u0e40-\u0e44]/.test(word)) return false;
  for (let length = Math.min(word.length, 14); length >= 2; length -= 1) {
    if (spacedUnits.has(word.slice(0, length))) return true;
  }
  return false;
}

/** Whether the word that ends at `at` (before a space) announces a number. */
export function announcesNumber(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf(' ', at - 1) + 1, at - 12);
  const word = text.slice(start, at);
  if (beforeNumber.has(word)) return true;
  for (let from = 1; from < word.length; from += 1) {
    const tail = word.slice(from);
    if (/^[\u0e01-\u0e2e\u0e40-\u0e44]/.test(tail) && beforeNumber.has(tail)) return true;
  }
  return false;
}
