import type { VocabularyEntry } from './vocabulary-figures.js';

const detail = (id: string) => ({ t: 'group', dimension: 'detail', id }) as const;

/** What a screening, a vaccination or guidance is narrowed down to: an organ, a disease, a kind. */
export const DETAIL_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `胃がん | 胃癌 | 胃部 | 胃 | 胃がん検診 | 胃癌検診 | 胃検診 | stomach cancer | gastric cancer | stomach |
      stomach cancer screening | gastric cancer screening | มะเร็งกระเพาะอาหาร`,
    means: detail('stomach'),
  },
  {
    terms: `肺がん | 肺癌 | 肺 | 肺がん検診 | 肺癌検診 | 肺検診 | lung cancer | lung | lung cancer screening |
      มะเร็งปอด | คัดกรองมะเร็งปอด`,
    means: detail('lung'),
  },
  {
    terms: `大腸がん | 大腸癌 | 大腸 | 大腸がん検診 | 大腸癌検診 | colorectal cancer | colon cancer | bowel cancer |
      colorectal | colon | bowel | colorectal cancer screening | colon cancer screening | มะเร็งลำไส้ใหญ่ |
      มะเร็งลำไส้ | คัดกรองมะเร็งลำไส้ใหญ่ | คัดกรองมะเร็งลำไส้ | ตรวจคัดกรองมะเร็งลำไส้ใหญ่`,
    means: detail('colorectal'),
  },
  {
    terms: `乳がん | 乳癌 | 乳 | 乳房 | 乳がん検診 | 乳癌検診 | 乳腺検診 | マンモグラフィ検診 | breast cancer | breast |
      breast cancer screening | mammography | มะเร็งเต้านม | คัดกรองมะเร็งเต้านม |
      ตรวจคัดกรองมะเร็งเต้านม | ตรวจมะเร็งเต้านม`,
    means: detail('breast'),
  },
  {
    terms: `子宮頸がん | 子宮頚がん | 子宮けいがん | 子宮頸癌 | 子宮がん | 子宮癌 | 子宮頸 | 子宮 | 子宮がん検診 | 子宮頸がん検診 | 子宮頚がん検診 |
      子宮けいがん検診 | 子宮癌検診 | cervical cancer | uterine cancer | cervical | cervical cancer screening |
      uterine cancer screening | pap smear | มะเร็งปากมดลูก | คัดกรองมะเร็งปากมดลูก |
      ตรวจคัดกรองมะเร็งปากมดลูก | ตรวจมะเร็งปากมดลูก`,
    means: detail('cervical'),
  },
  {
    terms: `前立腺がん | 前立腺癌 | 前立腺 | 前立腺がん検診 | prostate cancer | prostate |
      prostate cancer screening | มะเร็งต่อมลูกหมาก`,
    means: detail('prostate'),
  },
  { terms: '積極的支援 | 積極的支援対象者 | active support', means: detail('active-support') },
  {
    terms: '動機付け支援 | 動機づけ支援 | 動機付支援 | motivational support',
    means: detail('motivational-support'),
  },
  {
    terms: `インフルエンザ | インフル | 季節性インフルエンザ | influenza | flu | seasonal influenza | ไข้หวัดใหญ่ |
      flu shot | flu shots`,
    means: detail('influenza'),
  },
  {
    terms: `コロナ | 新型コロナ | 新型コロナウイルス | 新型コロナウイルス感染症 | covid 19 | covid-19 | covid | โควิด |
      โควิด-19`,
    means: detail('covid-19'),
  },
];
