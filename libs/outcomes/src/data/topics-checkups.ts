import type { TopicEntry } from '../catalogue/types.js';
import type { CHECKUP_INDICATORS } from './indicators-checkups.js';
import { prevailing, takingPart } from './readings.js';

type Id = keyof typeof CHECKUP_INDICATORS;

export const CHECKUP_TOPICS = {
  checkup: {
    rank: 10,
    terms: `健康診断 | 定期健康診断 | 一般健康診断 | 一般定期健康診断 | 法定健康診断 | 健康診査 | 健診 | 定期健診 | 一般健診 | 定期検診 | 健康検診 |
      生活習慣病健診 | 生活習慣病予防健診 | 一次健診 | 一次健康診断 | health check up | health checkup | health check |
      health check ups | health checkups | health checks | medical check up | medical checkup |
      medical check | medical check ups | medical checkups | medical examination |
      medical examinations | health examination | health examinations | health screening |
      physical examination | physical check up | annual physical | annual check up |
      annual checkup | check up | checkup | check ups | checkups | ตรวจสุขภาพประจำปี |
      ตรวจสุขภาพ | ตรวจร่างกายประจำปี | ตรวจร่างกาย`,
    readings: takingPart('checkup-participation'),
  },
  followup: {
    rank: 40,
    terms: `精密検査 | 精密健診 | 精検 | 再検査 | 再検 | 再検診 | 二次検査 | 二次健診 | 二次検診 | 二次健康診断 | 2次検査 | 2次健診 | 2次検診 |
      2次健康診断 | 再診 | 再精密検査 | 追加検査`,
    // "再検査率" may be the share that needs one or the share that had one.
    readings: { ...takingPart('followup-examination'), share: 'unclear', eligible: 'unclear' },
  },
  'followup-done': {
    rank: 40,
    terms: `再受診 | 医療機関受診 | 医療機関への受診 | 医療機関の受診 | 事後受診 | follow up examination | follow up examinations | follow up exam | follow up check up |
      follow up checkup | follow up test | follow up tests | follow up visit | follow up |
      re examination | re examinations | reexamination | reexaminations | retest | re test |
      retesting | recheck | secondary examination | secondary examinations | secondary screening |
      secondary check up | secondary checkup | second examination | detailed examination |
      detailed examinations | thorough examination | close examination | further examination |
      ตรวจซ้ำ | ตรวจติดตาม | ตรวจเพิ่มเติม | ตรวจละเอียด | ตรวจยืนยัน | ตรวจวินิจฉัยเพิ่มเติม |
      ติดตามผลการตรวจสุขภาพ | ตรวจสุขภาพซ้ำ | ตรวจติดตามผล`,
    readings: takingPart('followup-examination'),
  },
  'followup-needed': {
    rank: 39,
    terms: `要精密検査 | 要精密検査者 | 要精検 | 要精検者 | 要再検査 | 要再検査者 | 要再検 | 要再検者 | 要二次検査 | 要二次検査者 | 要受診 |
      要受診者 | 要治療 | 要治療者 | 要医療 | 要医療者 | 要再検査対象者 | 要精密検査対象者 | needing follow up |
      referred for follow up`,
    readings: {
      participation: 'followup-examination',
      completion: 'followup-examination',
      none: 'unclear',
      share: 'unclear',
      count: 'unclear',
    },
  },
  'abnormal-findings': {
    rank: 20,
    terms: `有所見 | 有所見者 | 異常所見 | 異常所見者 | 所見あり | 健診異常 | abnormal finding | abnormal findings |
      abnormal result | abnormal results | ผลตรวจผิดปกติ | ผลตรวจสุขภาพผิดปกติ | พบความผิดปกติ |
      ผลตรวจสุขภาพที่ผิดปกติ`,
    opposite: `無所見 | 無所見者 | 所見なし | 異常なし | no abnormal findings | ผลตรวจปกติ`,
    readings: {
      ...prevailing('abnormal-findings'),
      participation: 'followup-examination',
    },
  },
  'specific-checkup': {
    rank: 20,
    terms: `特定健診 | 特定健康診査 | 特定健康診断 | specific health check up | specific health checkup |
      specific health checkups | specific health examination | specified health check up`,
    readings: takingPart('specific-checkup'),
  },
  'comprehensive-checkup': {
    rank: 20,
    terms: `人間ドック | comprehensive medical examination | comprehensive medical check up |
      comprehensive health check up | ningen dock | ตรวจสุขภาพแบบละเอียด`,
    readings: takingPart('comprehensive-checkup'),
  },
  'dental-checkup': {
    rank: 20,
    terms: `歯科健診 | 歯科検診 | 歯科健康診断 | 歯科健康診査 | 歯周病検診 | 歯周病健診 | 歯科口腔健診 | dental check up |
      dental checkup | dental check ups | dental checkups | dental examination | ตรวจสุขภาพฟัน |
      ตรวจฟัน | ตรวจสุขภาพช่องปาก | ตรวจสุขภาพช่องปากและฟัน`,
    readings: takingPart('dental-checkup'),
  },
  'gynaecological-checkup': {
    rank: 20,
    terms: `婦人科健診 | 婦人科検診 | 婦人科健康診断 | 女性健診 | 女性検診 | レディース健診 | レディースドック | 女性特有の検診 |
      gynaecological check up | gynecological check up | gynecological checkup |
      gynecological examination | gynecological screening | ตรวจสุขภาพทางนรีเวช | ตรวจภายใน`,
    readings: takingPart('gynaecological-checkup'),
  },
  'special-checkup': {
    rank: 20,
    terms: `特殊健康診断 | 特殊健診 | じん肺健診 | 有機溶剤健診 | 電離放射線健診 | special health check up |
      special medical examination | ตรวจสุขภาพตามปัจจัยเสี่ยง | ตรวจสุขภาพตามความเสี่ยง`,
    readings: takingPart('special-checkup'),
  },
  'cancer-screening': {
    rank: 21,
    terms: `がん検診 | ガン検診 | 癌検診 | がん健診 | がんの検診 | 5大がん検診 | 五大がん検診 | 各種がん検診 | 胃がん検診 | 肺がん検診 | 大腸がん検診 |
      乳がん検診 | 子宮がん検診 | 子宮頸がん検診 | 子宮頚がん検診 | 子宮けいがん検診 | 前立腺がん検診 | 乳癌検診 | 子宮癌検診 | 胃癌検診 | 大腸癌検診 |
      肺癌検診 | 女性がん検診 | breast cancer screening | cervical cancer screening |
      colorectal cancer screening | lung cancer screening | stomach cancer screening |
      gastric cancer screening | prostate cancer screening | colon cancer screening |
      uterine cancer screening | คัดกรองมะเร็งเต้านม | คัดกรองมะเร็งปากมดลูก |
      คัดกรองมะเร็งลำไส้ใหญ่ | คัดกรองมะเร็งลำไส้ | คัดกรองมะเร็งปอด | ตรวจคัดกรองมะเร็งเต้านม |
      ตรวจคัดกรองมะเร็งปากมดลูก | ตรวจคัดกรองมะเร็งลำไส้ใหญ่ | ตรวจมะเร็งเต้านม |
      ตรวจมะเร็งปากมดลูก | マンモグラフィ検診 | 胃検診 | 肺検診 | 乳腺検診 | 婦人科がん検診 | cancer screening | cancer screenings |
      cancer check up | cancer examination | screening for cancer | mammography | pap smear |
      คัดกรองมะเร็ง | ตรวจคัดกรองมะเร็ง | ตรวจมะเร็ง | ตรวจหามะเร็ง`,
    readings: takingPart('cancer-screening'),
  },
  vaccination: {
    rank: 30,
    terms: `予防接種 | インフルエンザ接種 | インフル接種 | コロナ接種 | ワクチン接種 | ワクチン | 職域接種 | 予防注射 | 接種 | vaccination | vaccinations | vaccine |
      vaccinated | immunisation | immunization | flu shot | flu shots | inoculation | ฉีดวัคซีน |
      วัคซีน | รับวัคซีน`,
    readings: takingPart('vaccination'),
  },
  'specific-health-guidance': {
    rank: 42,
    terms: `特定保健指導 | 特定保険指導 | specific health guidance | specified health guidance |
      specific health counseling | specific health counselling`,
    readings: takingPart('specific-health-guidance'),
  },
  'guidance-interview': {
    rank: 51,
    requires: ['specific-health-guidance', 'interview'],
    readings: takingPart('specific-health-guidance'),
  },
  'health-guidance': {
    rank: 38,
    terms: `保健指導 | 健康指導 | 栄養指導 | health guidance | health counseling | health counselling |
      คำแนะนำด้านสุขภาพ | ให้คำปรึกษาด้านสุขภาพ | คำปรึกษาสุขภาพ`,
    readings: takingPart('health-guidance'),
  },
  'treatment-continuation': {
    rank: 43,
    terms: `治療継続 | 継続治療 | 治療の継続 | ハイリスク者管理 | ハイリスク者の管理 | treatment continuation |
      continued treatment | รักษาต่อเนื่อง`,
    readings: { ...takingPart('treatment-continuation') },
  },
  grade: {
    rank: 44,
    // How healthy people were found, not how many came.
    terms:
      'a判定 | b判定 | c判定 | d判定 | 判定a | 判定b | 判定c | 判定d | 正常判定 | 異常なし判定',
    readings: {},
  },
  recommendation: {
    rank: 44,
    terms: '受診勧奨 | 受診勧告 | recommendation letter | recommendation letters',
    readings: {},
  },
} as const satisfies Record<string, TopicEntry<Id>>;
