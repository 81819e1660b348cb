/** Words that begin compounds or phrases: a line should not end after them. */
const PREFIXES = setOf(
  'การ ความ ผู้ นัก ชาว ช่าง หมอ โรง ห้อง หอ ศูนย์ สำนัก สถาน สถานี กรม กระทรวง กอง ฝ่าย แผนก คณะ หน่วย ' +
    'เครื่อง น้ำ ไฟ ลม ใบ ดอก ลูก แม่ พ่อ เจ้า ข้า รถ เรือ ทาง สาย หัว ใจ หน้า ปาก มือ ข้อ ค่า ตัว คน ของ ' +
    'น่า ไม่ มิ ได้ จะ ไร้ ต่าง อย่าง ทั้ง ทุก แต่ละ บาง หลาย ราย ภาษี กฎ ระบบ งาน ภาวะ โรค อาการ ยา วัน ' +
    'เดือน ปี เวลา ประเทศ จังหวัด อำเภอ ตำบล เมือง บริษัท ธนาคาร มหาวิทยาลัย ร้อยละ ถึง ใน ที่ ซึ่ง เพื่อ ' +
    'และ หรือ โดย จาก กับ แก่ ต่อ ตาม ว่า เป็น คือ ให้ กว่า อัน ส่วน พนัก นาย นาง ดร คุณ ท่าน เกิน เกือบ ' +
    'คำ ช่วง ช่อง เลข เงิน ผล วิธี กลุ่ม จำนวน ยอด รูป แบบ ภาษา ที ก่อน ด้าน มี ถูก รับ ทำ เข้า ออก ขอ ร่วม',
);

/** Words that end compounds or lean on what stands before them: a line should not begin with them. */
const SUFFIXES = setOf(
  'ภาพ กรรม ศาสตร์ วิทยา ภัย ภัณฑ์ การณ์ ธรรม สถาน ธิการ กร ชน นิยม คม ศึกษา ได้ ไว้ แล้ว อยู่ ด้วย นั้น นี้ ' +
    'นั่น โน้น ใด ไหน หนึ่ง เอง กัน ขึ้น ลง เข้า ออก ไป มา เสีย สัก เลย จริง ครับ ค่ะ คะ นะ เท่านั้น บาท คน ' +
    'ครั้ง ปี เดือน วัน ชั่วโมง นาที แห่ง ราย ข้อ ระดับ เปอร์เซ็นต์ คะแนน สูง ต่ำ ใหญ่ เล็ก ดี ใหม่ ' +
    'ถึง กับ ว่า ต่อ ให้ ที่ บ้าง ละ จ้าง งาน คุย ใจ ตัว หน้า หลัง มาก น้อย สุด กลาง ย่อม เวลา อายุ ทาง ค่า',
);

/** Words before which a phrase naturally begins. */
const LEADERS = setOf(
  'และ หรือ แต่ เพื่อ โดย ซึ่ง ของ ใน จาก ตาม เมื่อ หาก ถ้า เพราะ เนื่องจาก รวมถึง รวมทั้ง ตลอดจน ทั้ง อย่าง ไม่ จะ ต้อง ควร ' +
    'การ ความ ผู้ นอกจาก ดังนั้น เช่น ได้แก่ คือ เป็น ระหว่าง ภายใต้ ภายใน ตั้งแต่ จนถึง สำหรับ เกี่ยวกับ โดยเฉพาะ พร้อม พร้อมทั้ง มิใช่',
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Prefixes that make a noun of the word after them: the two are one word to a reader. */
const DERIVING = setOf('การ ความ ผู้ นัก');

/** Whether `word` makes one word with the word after it. */
export function derives(word: string): boolean {
  return DERIVING.has(word);
}

/** Whether `word` belongs with the word after it. */
export function bindsRight(word: string): boolean {
  return PREFIXES.has(word);
}

/** Whether `word` belongs with the word before it. */
export function bindsLeft(word: string): boolean {
  return SUFFIXES.has(word);
}

/** Whether a phrase begins with `word`: words such as และ and ของ, and nouns made with การ. */
export function leads(word: string): boolean {
  return LEADERS.has(word) || /^(การ|ความ|ผู้)./.test(word);
}
