import type { VocabularyEntry } from './vocabulary-figures.js';

/** Whose figure it is, and whether it is current, a goal, an earlier or a foreign one. */
export const CONTEXT_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `目標 | 目標値 | 達成目標 | 数値目標 | 中期目標 | 目標数値 | 計画 | 計画値 | を目指す | 目指す | を目標 |
      target | targets | target value | goal | goals | aim | objective | เป้าหมาย | ค่าเป้าหมาย | ตั้งเป้า`,
    means: { t: 'kind', kind: 'target' },
  },
  {
    terms: 'までに | 末までに | を目途に | をめどに',
    means: { t: 'kind', kind: 'target' },
    position: 'after-period',
  },
  {
    terms: 'by | by the end of | by end of | until',
    means: { t: 'kind', kind: 'target' },
    position: 'before-year',
  },
  { terms: 'ภายในปี | ภายใน', means: { t: 'kind', kind: 'target' } },
  {
    terms: `目標達成 | 目標値達成 | 目標達成済 | 目標未設定 | 目標なし | 目標設定なし | 目標達成者 | target achieved |
      target met | goal achieved | บรรลุเป้าหมาย`,
    means: { t: 'noise' },
  },
  {
    terms: `前年 | 前年度 | 昨年 | 昨年度 | 一昨年 | 一昨年度 | 前回 | 前期 | 従来 | 開始時 | 開始前 | 導入前 |
      実施前 | 施策前 | 改善前 | 取組前 | 前年実績 | 前年度実績 | 昨年度実績 | 当初 | last year | previous year |
      prior year | previous | previously | the year before | year earlier | baseline | ปีก่อน | ปีที่แล้ว |
      ปีก่อนหน้า | เดิม | ปีที่ผ่านมา`,
    means: { t: 'kind', kind: 'previous' },
  },
  {
    terms: `全国平均 | 国内平均 | 業界平均 | 業種平均 | 同業平均 | 他社平均 | 日本平均 | 日本人平均 | 国民平均 | 世間平均 |
      一般平均 | 健保平均 | 健保組合平均 | 健保全体 | 参考 | 参考値 | 基準値 | ベンチマーク | 全国値 | 見込 | 見込み |
      予測 | 予測値 | 推定値 | national average | industry average | sector average | country average |
      average in japan | benchmark | reference | forecast | expected | ค่าเฉลี่ยประเทศ | ค่าเฉลี่ยของประเทศ |
      ค่าเฉลี่ยทั้งประเทศ | ค่าเฉลี่ยระดับประเทศ | ค่าเฉลี่ยอุตสาหกรรม | ค่าเฉลี่ยของอุตสาหกรรม | ค่าอ้างอิง |
      คาดการณ์`,
    means: { t: 'kind', kind: 'reference' },
  },
  {
    terms: `実績 | 実績値 | 現状 | 現状値 | 結果 | 直近 | 今年度 | 当年度 | 本年度 | 今年 | 今回 | 今期 | 実施後 | 改善後 |
      actual | actuals | current | currently | result | results | this year | ปัจจุบัน | ผล |
      ผลลัพธ์ | ผลการดำเนินงาน | ปีนี้ | ผลจริง`,
    means: { t: 'kind', kind: 'actual' },
  },
  {
    terms: `男性 | 男 | 男子 | 男性社員 | 男性従業員 | 男性のみ | male | males | men | man | male employees | ชาย |
      ผู้ชาย | เพศชาย | พนักงานชาย`,
    means: { t: 'group', dimension: 'sex', id: 'male' },
  },
  {
    terms: `女性 | 女 | 女子 | 女性社員 | 女性従業員 | 女性のみ | female | females | women | woman |
      female employees | หญิง | ผู้หญิง | เพศหญิง | พนักงานหญิง`,
    means: { t: 'group', dimension: 'sex', id: 'female' },
  },
  {
    terms: `管理職 | 管理監督者 | 管理者 | マネージャー | 役職者 | manager | managers | management | ผู้บริหาร |
      ผู้จัดการ | หัวหน้างาน`,
    means: { t: 'group', dimension: 'role', id: 'managers' },
  },
  {
    terms: `一般職 | 一般社員 | 非管理職 | 一般従業員 | 非役職者 | non managers | non managerial | non management`,
    means: { t: 'group', dimension: 'role', id: 'non-managers' },
  },
  {
    terms: '役員 | 経営層 | executives | directors',
    means: { t: 'group', dimension: 'role', id: 'executives' },
  },
  {
    terms:
      '正社員 | 正規 | 正規社員 | 正規雇用 | 正職員 | regular employees | permanent employees | พนักงานประจำ',
    means: { t: 'group', dimension: 'contract', id: 'regular' },
  },
  {
    terms: `非正規 | 非正規社員 | 非正規雇用 | 契約社員 | 嘱託 | 嘱託社員 | パート | パートタイマー | アルバイト | 派遣社員 |
      非正社員 | non regular employees | contract employees | part time employees | part timers |
      temporary employees | พนักงานสัญญาจ้าง | พนักงานชั่วคราว`,
    means: { t: 'group', dimension: 'contract', id: 'non-regular' },
  },
  {
    terms:
      '国内 | 日本 | 日本国内 | 国内グループ | 国内従業員 | 国内社員 | domestic | in japan | japan | ในประเทศ',
    means: { t: 'group', dimension: 'place', id: 'domestic' },
  },
  {
    terms: '海外 | 海外拠点 | 海外従業員 | 海外社員 | 海外グループ | overseas | abroad | ต่างประเทศ',
    means: { t: 'group', dimension: 'place', id: 'overseas' },
  },
  {
    terms:
      'タイ | タイ国内 | タイ拠点 | タイ従業員 | thailand | in thailand | ประเทศไทย | ในประเทศไทย',
    means: { t: 'group', dimension: 'place', id: 'thailand' },
  },
  {
    terms: '本社 | 本店 | head office | headquarters | สำนักงานใหญ่',
    means: { t: 'group', dimension: 'place', id: 'head-office' },
  },
  {
    terms:
      '工場 | 製造 | 製造部門 | 製造現場 | 生産部門 | plant | plants | factory | factories | โรงงาน | ฝ่ายผลิต',
    means: { t: 'group', dimension: 'place', id: 'plants' },
  },
  {
    terms: '営業 | 営業職 | 営業部門 | 営業所 | sales | ฝ่ายขาย',
    means: { t: 'group', dimension: 'place', id: 'sales' },
  },
  {
    terms: '単体 | 本体 | 単独 | 提出会社 | non consolidated | parent company | standalone',
    means: { t: 'group', dimension: 'place', id: 'parent-company' },
  },
  {
    terms: `連結 | グループ全体 | グループ会社 | グループ各社 | グループ連結 | グループ | consolidated | group companies |
        group wide | กลุ่มบริษัท`,
    means: { t: 'group', dimension: 'place', id: 'group-companies' },
  },
  {
    terms: `被扶養者 | 配偶者 | 家族 | 被扶養配偶者 | 扶養家族 | dependants | dependents | spouses | spouse |
        family members | คู่สมรส | ครอบครัว`,
    means: { t: 'group', dimension: 'people', id: 'dependants' },
  },
  {
    terms: `新入社員 | 新卒 | 新卒社員 | 新卒入社3年後 | 入社3年後 | 新卒3年 | 新卒者 | 新規採用者 | 入社3年以内 | 新卒3年以内 | 入社3年 |
        新卒入社3年以内 | 新卒3年後 | 3年以内 | 入社1年以内 | 若手 | 若手社員 | new hires | new graduates | new recruits |
        new employees | พนักงานใหม่`,
    means: { t: 'group', dimension: 'people', id: 'new-hires' },
  },
  {
    terms: `全体 | 合計 | 総計 | 計 | 全社 | トータル | 男女 | 男女計 | 男女とも | 男女合計 | 男女共 | 全社平均 | 総合 |
      total | overall | all employees | whole company | company wide | entire company | all | รวม | ทั้งหมด |
      ทั้งบริษัท | ทั้งองค์กร | ภาพรวม | โดยรวม`,
    means: { t: 'whole' },
  },
  {
    terms:
      '胃がん | 胃癌 | 胃部 | 胃 | stomach cancer | gastric cancer | stomach | มะเร็งกระเพาะอาหาร',
    means: { t: 'group', dimension: 'detail', id: 'stomach' },
  },
  {
    terms: '肺がん | 肺癌 | 肺 | lung cancer | lung | มะเร็งปอด',
    means: { t: 'group', dimension: 'detail', id: 'lung' },
  },
  {
    terms: `大腸がん | 大腸癌 | 大腸 | colorectal cancer | colon cancer | bowel cancer | colorectal |
        มะเร็งลำไส้ใหญ่ | มะเร็งลำไส้`,
    means: { t: 'group', dimension: 'detail', id: 'colorectal' },
  },
  {
    terms: '乳がん | 乳癌 | 乳 | 乳房 | breast cancer | breast | มะเร็งเต้านม',
    means: { t: 'group', dimension: 'detail', id: 'breast' },
  },
  {
    terms: `子宮頸がん | 子宮頚がん | 子宮けいがん | 子宮頸癌 | 子宮がん | 子宮癌 | 子宮頸 | 子宮 | cervical cancer | uterine cancer |
        cervical | มะเร็งปากมดลูก`,
    means: { t: 'group', dimension: 'detail', id: 'cervical' },
  },
  {
    terms: '前立腺がん | 前立腺癌 | 前立腺 | prostate cancer | prostate | มะเร็งต่อมลูกหมาก',
    means: { t: 'group', dimension: 'detail', id: 'prostate' },
  },
  {
    terms:
      'インフルエンザ | インフル | 季節性インフルエンザ | influenza | flu | seasonal influenza | ไข้หวัดใหญ่',
    means: { t: 'group', dimension: 'detail', id: 'influenza' },
  },
  {
    terms:
      'コロナ | 新型コロナ | 新型コロナウイルス | covid 19 | covid-19 | covid | โควิด | โควิด-19',
    means: { t: 'group', dimension: 'detail', id: 'covid-19' },
  },
];

/** How two figures are related: a change is not a level. */
export const RELATION_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `低下 | 減少 | 減 | 削減 | 低減 | 縮減 | 短縮 | 改善 | 向上 | 上昇 | 増加 | 増 | アップ | ダウン | 悪化 | 伸び |
      の差 | 増減 | マイナス | プラス | 改善した | 減った | 増えた | 下がった | 上がった | の低下 | の減少 | の削減 | の低減 | の改善 |
      の向上 | の上昇 | の増加 | 下落 | 差`,
    means: { t: 'change', side: 'after' },
    position: 'after-figure',
  },
  {
    terms: `改善幅 | 低下幅 | 減少幅 | 増加幅 | 上昇幅 | ลดลง | ลด | เพิ่มขึ้น | เพิ่ม | ดีขึ้น | ปรับตัวดีขึ้น |
      ปรับตัวลดลง | สูงขึ้น`,
    means: { t: 'change', side: 'before' },
  },
  {
    terms: `improvement | lower | higher | decrease | reduction | drop | decline | increase | rise | gain | fewer |
      improved | better | worse | decreased | decrease of | reduced | reduction of | fell | dropped | drop of |
      declined | decline of | lowered | increased | increase of | rose | rise of | grew | improvement of |
      improving | cut | down | up | ↓ | ↑`,
    means: { t: 'change', side: 'both' },
  },
  {
    terms: `前年比 | 前年度比 | 前年同期比 | 対前年 | 対前年比 | 対前年度 | 対前年度比 | 前年差 | 前年度差 | 前回比 | 前期比 |
      昨年比 | 昨年度比 | 前年対比 | 前年より | 前年度より | 昨年より | 昨年度より | 前回より | yoy | y/y |
      year on year | year over year | เทียบกับปีก่อนเพิ่มขึ้น`,
    means: { t: 'versus' },
  },
  { terms: '比 | 対比 | 比で', means: { t: 'versus' }, position: 'after-period' },
  {
    terms: `に | まで | へ | となり | となった | になり | になった | に減少 | に低下 | に改善 | に向上 | に上昇 | に増加 | に削減 |
      に低減 | へ減少 | へ低下 | へ改善 | へ向上 | へ上昇 | へ増加 | まで減少 | まで低下 | まで改善 | まで向上 | まで上昇 |
      まで増加 | まで削減 | まで低減`,
    means: { t: 'level' },
    position: 'after-figure',
  },
  { terms: 'เหลือ | เป็น | มาอยู่ที่ | อยู่ที่ | เหลือเพียง', means: { t: 'level' } },
  { terms: 'to | ถึง | ไปจนถึง', means: { t: 'range' } },
  { terms: 'から | より', means: { t: 'from' }, position: 'after-figure' },
  {
    terms: `from | compared with | compared to | versus | vs | vs. | against | จาก | เทียบกับ |
        เมื่อเทียบกับ`,
    means: { t: 'from' },
  },
  { terms: 'between | ระหว่าง', means: { t: 'between' } },
  {
    terms: '中 | のうち | うち | 中の | of | out of',
    means: { t: 'among' },
    position: 'after-figure',
  },
  { terms: 'out of', means: { t: 'among' } },
  { terms: '→ | ⇒ | ➡ | ⟶ | ➔ | -> | => | ⇨ | ▶ | ►', means: { t: 'arrow' } },
  {
    terms: `非 | 未 | 不 | 未実施率 | 未受診率 | 未受検率 | 未接種率 | non | not | no | never | without | ไม่ | ไม่ได้ |
        ไม่มี`,
    means: { t: 'negation' },
  },
  {
    terms: `していない | しない | ない | なし | いない | が取れていない | がとれていない | とれていない | 取れていない |
      得られていない | できていない | 出来ていない | でない | 不足 | 不足者 | 以外`,
    means: { t: 'negation' },
    position: 'after-subject',
  },
  {
    terms: `全員 | 全員受診 | 全員受検 | 全員実施 | 全員達成 | 全社員 | 全従業員 | 全数 | everyone | all employees |
      ทุกคน | พนักงานทุกคน`,
    means: { t: 'everyone' },
  },
  {
    terms: `bmi | hba1c | 血圧 | 収縮期血圧 | 拡張期血圧 | 空腹時血糖 | 血糖値 | ldl | hdl | 腹囲 | γ gtp | n= | n = | n: | n： |
      p< | p = | p= | 上位 | top | 対象者数 | 対象者 | 回答者数 | 回答者 | 受検者数 | 受診者数 | 回答数 | 有効回答 | 第 | age |
      aged | 年齢 | 入社 | 勤続`,
    means: { t: 'definition' },
    position: 'before-number',
  },
  { terms: 'in | in the | during | ในปี | ในปี ค.ศ. | ณ ปี | ปี', means: { t: 'in' } },
];

/** Cells that say why they hold no figure. */
export const ABSENCE_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `非公開 | 非開示 | 未公開 | 未公表 | 未開示 | 公表せず | 公表していない | 公開していない | 開示していない |
      社外秘 | 非公表 | 開示なし | not disclosed | undisclosed | confidential | not published |
      not public | private | withheld | ไม่เปิดเผย | ไม่เปิดเผยข้อมูล`,
    means: { t: 'absence', reason: 'not-disclosed' },
  },
  {
    terms: `算出中 | 集計中 | 調査中 | 測定中 | 確認中 | 準備中 | 計算中 | 未集計 | 未算出 | 検討中 | 作成中 | 未定 | 後日公開 |
      更新予定 | 公開予定 | tbd | tba | pending | to be announced | to be determined | in progress |
      being compiled | under calculation | อยู่ระหว่างดำเนินการ | อยู่ระหว่างการคำนวณ |
      อยู่ระหว่างการรวบรวม | อยู่ระหว่างรวบรวม | รอผล`,
    means: { t: 'absence', reason: 'not-yet-available' },
  },
  {
    terms: `該当なし | 該当無し | 該当せず | 対象外 | 対象者なし | 非該当 | n/a | n.a. | na | #n/a | not applicable | ไม่เกี่ยวข้อง |
      ไม่มีผู้เข้าเกณฑ์`,
    means: { t: 'absence', reason: 'not-applicable' },
  },
  {
    terms: `未測定 | 未実施 | 測定せず | 実施せず | 測定していない | 実施していない | 未計測 | 未把握 | 把握していない |
      not measured | not conducted | not monitored | ไม่ได้วัด | ไม่ได้สำรวจ | ยังไม่ได้ดำเนินการ`,
    means: { t: 'absence', reason: 'not-measured' },
  },
  {
    terms: `不明 | データなし | データ無し | 記載なし | 記載無し | 情報なし | 数値なし | unknown | no data | not available |
      not stated | none | null | nil | ไม่มีข้อมูล | ไม่ระบุ | ไม่ทราบ`,
    means: { t: 'absence', reason: 'unknown-figure' },
  },
];
