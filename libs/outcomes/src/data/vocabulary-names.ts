import type { VocabularyEntry } from './vocabulary-figures.js';

/** What is counted, after or before the subject of a name. */
export const MEASURE_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `率 | 割合 | 比率 | 者率 | 者割合 | 者比率 | 者の割合 | 者の比率 | 人の割合 | 率平均 | 保有率 | 出現率 | 発生率 |
      有病率 | 構成比 | 比 | パーセンテージ | 状況割合 | rate | rates | ratio | ratios | percentage | percentages |
      percent | % | proportion | share | prevalence | อัตรา | อัตราการ | ร้อยละ | สัดส่วน |
      เปอร์เซ็นต์`,
    means: { t: 'measure', measure: 'share' },
  },
  {
    terms:
      '該当率 | 対象者率 | 対象者割合 | 該当者率 | 該当者割合 | 対象率 | 該当者の割合 | 対象者の割合',
    means: { t: 'measure', measure: 'eligible' },
  },
  {
    terms: `受診率 | 受検率 | 受験率 | 実施率 | 参加率 | 受講率 | 接種率 | 利用率 | 受診割合 | 受検割合 | 実施割合 | 参加割合 | 受診者率 |
      受検者率 | 受診者割合 | 受検者割合 | 参加者割合 | 参加者率 | 受診 | 受検 | 受講 | 参加 | 実施 | 受診者 | 受検者 | 受講者 | 参加者 | 実施者 |
      受診した人の割合 | 対応率 | 検査率 | 検査受診率 | 未実施率 | 未受診率 | 未受検率 | 未接種率 | 受診実績率 | 申込率 | 視聴率 |
      participation | participation rate | participated | participating | participants |
      attendance | attendance rate | uptake | uptake rate | coverage | coverage rate | take up |
      implementation | implementation rate | conducted | consultation rate | receiving |
      received | undergoing | underwent | undertaken | taking | took | taken | attending |
      attended | enrolment | enrollment | เข้าร่วม | การเข้าร่วม | เข้ารับ | การเข้ารับ | ได้รับ |
      การได้รับ | เข้ารับการ | รับการ | การเข้ารับการ | เข้ารับบริการ`,
    means: { t: 'measure', measure: 'participation' },
  },
  {
    terms: `取得率 | 消化率 | 使用率 | 活用率 | 取得 | 消化 | 取得割合 | 取得者率 | 取得者割合 | utilisation | utilization |
      usage | use | acquisition | utilisation rate | utilization rate | usage rate |
      acquisition rate | used | การใช้ | ใช้ | ใช้สิทธิ | การใช้สิทธิ`,
    means: { t: 'measure', measure: 'use' },
  },
  {
    terms: `回答率 | 回収率 | 提出率 | 返答率 | 有効回答率 | 回答 | 回答者割合 | response | response rate | answer rate |
      reply rate | completion of survey | อัตราการตอบ | ตอบ | การตอบ | ตอบกลับ`,
    means: { t: 'measure', measure: 'response' },
  },
  {
    terms: `完了率 | 修了率 | 終了率 | 完遂率 | 継続率 | 完了 | 修了 | 終了 | 完了者割合 | 終了者割合 | completion |
      completion rate | completed | เสร็จสิ้น | ครบถ้วน`,
    means: { t: 'measure', measure: 'completion' },
  },
  {
    terms: `登録率 | 登録者率 | 登録者割合 | 加入率 | 入会率 | registration | registration rate | registered |
      sign up rate | ลงทะเบียน | การลงทะเบียน`,
    means: { t: 'measure', measure: 'registration' },
  },
  {
    terms: `達成率 | 支給達成率 | 達成者率 | 達成者割合 | 達成割合 | 成功率 | 目標達成率 | achievement | achievement rate |
      success rate | target achievement rate | อัตราความสำเร็จ | บรรลุ`,
    means: { t: 'measure', measure: 'achievement' },
  },
  {
    terms: `満足度 | 満足率 | 満足 | 満足者割合 | 満足している | 好評価率 | 肯定的回答率 | 肯定回答率 | 肯定率 | satisfaction | satisfaction rate |
      satisfaction level | satisfied | ความพึงพอใจ | พึงพอใจ`,
    means: { t: 'measure', measure: 'satisfaction' },
  },
  {
    terms: `認知度 | 認知率 | 理解度 | 理解率 | 浸透度 | 浸透率 | 周知率 | 関心度 | awareness | awareness rate |
      recognition | understanding | การรับรู้ | ความเข้าใจ`,
    means: { t: 'measure', measure: 'awareness' },
  },
  {
    terms:
      '人数 | 者数 | 数 | 件数 | 名数 | number | number of | no. of | count | จำนวน | จำนวนคน | จำนวนผู้',
    means: { t: 'measure', measure: 'count' },
  },
  {
    terms: `日数 | 取得日数 | 平均日数 | 平均取得日数 | 損失日数 | 休業日数 | days | number of days | days taken |
      จำนวนวัน | วัน | sick days | sick day | sick leave days | days absent | วันลาป่วย |
      จำนวนวันลาป่วย`,
    means: { t: 'measure', measure: 'days' },
  },
  {
    terms:
      '時間 | 時間数 | 平均時間 | hours | number of hours | hour | duration | ชั่วโมง | จำนวนชั่วโมง',
    means: { t: 'measure', measure: 'hours' },
  },
  {
    terms: '費用 | コスト | 金額 | 額 | 総額 | cost | costs | expense | expenses | ต้นทุน | ค่าใช้จ่าย',
    means: { t: 'measure', measure: 'amount' },
  },
  {
    terms:
      'スコア | 値 | 指数 | 得点 | 点数 | 偏差値 | 平均値 | 平均点 | score | scores | index | คะแนน | ดัชนี',
    means: { t: 'measure', measure: 'score' },
  },
  {
    terms: `改善率 | 低減率 | 減少率 | 削減率 | 増加率 | 向上率 | 改善度 | 改善 | 低減 | 減少 | 削減 | 増加 | 向上 | 上昇 | 上昇率 |
      変化 | 変化率 | 推移率 | 伸び率 | 改善幅 | 減少幅 | 増減 | 増減率 | 低減幅 | 削減幅 | 抑制 | 改善者割合 | 改善者率 | reduction |
      decrease | decline | improvement | increase | change | reduced | improved | growth | การลด |
      ลด | ลดลง | การลดลง | เพิ่มขึ้น | การเพิ่มขึ้น | การปรับปรุง | การเปลี่ยนแปลง`,
    means: { t: 'measure', measure: 'change' },
  },
  {
    terms: '低下率 | 低下 | 低下度 | 低下割合 | 悪化',
    means: { t: 'measure', measure: 'decline' },
  },
  { terms: '結果 | result | results | ผล', means: { t: 'measure', measure: 'result' } },
];

/** Whether a productivity figure is what is lost or what is left. */
export const SENSE_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `損失 | 損失率 | 損失割合 | 損失度 | 損失額 | 損失コスト | 損失日数 | 損失時間 | 生産性損失 | 労働生産性損失 | 労働損失 | ロス |
      ロス率 | 生産性低下 | 生産性低下率 | パフォーマンス低下 | パフォーマンス低下率 | パフォーマンスロス | 能率低下 | 労働機能障害 | 機能障害 | コスト | 減損 | 労働生産性の損失 | 生産性の損失 |
      生産性の低下 | パフォーマンスの低下 | 労働生産性低下 | 労働生産性低下率 | 労働生産性の低下 | loss | losses | lost | loss rate |
      productivity loss | lost productivity | lost performance | performance loss | impairment | cost | costs |
      สูญเสีย | การสูญเสีย | ความสูญเสีย | สูญเสียผลิตภาพ | ผลิตภาพที่สูญเสีย | การสูญเสียผลิตภาพ`,
    means: { t: 'sense', sense: 'loss' },
  },
  {
    terms: `パフォーマンス | パフォーマンス発揮度 | パフォーマンス発揮率 | パフォーマンス度 | 発揮度 | 発揮率 | 発揮割合 | 発揮 | 労働遂行能力 | 遂行能力 |
      遂行能力率 | 労働遂行能力率 | 仕事のパフォーマンス | 労働パフォーマンス | 仕事の出来 | 生産性 | 労働生産性 | 生産性発揮度 | performance |
      work performance | ประสิทธิภาพ | ประสิทธิภาพการทำงาน | ประสิทธิภาพในการทำงาน |
      productivity | ผลิตภาพ`,
    means: { t: 'sense', sense: 'performance' },
  },
];

/** Words of a name that change nothing; those that join a modifier to what it modifies are links. */
export const FILLER_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `の | における | により | によって | に伴う | に基づく | にて | として | での | に関する | に対する | による | からの | への |
      としての | についての | に占める | にかかる | に係る | を対象とした | 向け | of | among | in | at | for | with | ของ |
      ในกลุ่ม | ใน | สำหรับ | โดย | ต่อ | ด้วย | จากการ`,
    means: { t: 'link' },
  },
  {
    terms: `者 | 人 | 方 | 率の | は | が | を | に | で | と | や | も | へ | 等 | など | 及び | および | 並びに | または |
      又は | 当社 | 弊社 | 自社 | 会社 | 社内 | 企業 | 事業所 | 全社平均 | 平均 | 平均の | 毎年 | 毎月 | 毎日 | 定期 | 定期的 | 定期的な |
      一般 | 法定 | 法令 | 年次 | 年度 | 対象者 | 対象 | 該当者 | 該当 | 指標 | 項目 | 状況 | 推移 | 数値 | データ | 健康 | 健康経営 |
      主要 | 個人 | 支給 | 獲得 | 維持 | 維持者 | 保有者 | 判定 | 判定者 | 習慣 | 習慣的 | 習慣的な | 習慣のある | 習慣を持つ | ある | いる |
      する | した | している | できている | 出来ている | とれている | 取れている | 得られている | 得ている | 感じている | 感じる | 現在 | 行う | 行っている | 実践 |
      実践者 | 十分 | 十分な | 十分に | 充分 | 充分な | 休養 | 休養が | 休養感 | 休養がとれている | 休養が取れている | 良好 | 良い | 良質 | 確保 |
      充足 | 高い | が高い | 疾病 | 傷病 | 私傷病 | 病気 | 傷病等 | 疾病等 | 延べ | 総 | 実 | 有無 | 女性の健康 | 女性特有 | 女性の健康課題 | 女性特有の健康課題 |
      女性の健康に関する | 女性活躍 | 当たり | あたり | メンタルフィジカル | 継続 | 原因 | 起因 | 考えられる | 思われる | 判定された | 診断された | 後 |
      前 | 時 | 中 | 済 | 内 | 別 | 評価 | 測定 | 測定結果 | 測定値 | 算出 | 尺度 | 水準 | 調べ | 推計 | 判定結果 | 調査結果 | 総合評価 |
      目安 | 全般 | 使用者 | 自己都合 | 自発的 | 自己都合による | 加熱式たばこを含む | 加熱式タバコを含む | 電子たばこを含む | 電子タバコを含む | 加熱式たばこ含む | 加熱式タバコ含む | 月 | 日 | 回 | 歳 | 内訳 | 常勤 | 在籍者 | 最終 | 速報 | 速報値 | 確定値 | その他 | 全 | 各 | 予備群 | 予備軍 | 促進 |
      各種 | ベース | 成人 | 本人 | 申告 | 自己申告 | 割 | the | a | an | our | who | that | which | have | has |
      having | are | is | be | been | being | their | by | on | or | due | to | because | per |
      annual | annually | yearly | regular | regularly | periodic | periodical | periodically |
      average | avg | mean | general | statutory | legal | company | companies | corporate |
      group | individual | individuals | people | person | persons | member | members | level |
      levels | status | value | figure | indicator | kpi | health | healthy | disease | illness |
      sickness | related | habit | habits | sufficient | enough | adequate | getting |
      with sufficient | aged | at work | total number | seasonal | non work related | injury |
      voluntary | involuntary | สมัครใจ | โดยสมัครใจ | ความสมัครใจ | maintaining | maintain | maintained | get | gets | rest |
      through | range | gender | sex | working | obtain | obtaining | feel | feeling | refreshed |
      using | more | once | twice | times | week | minutes | hours worked | taken | used | percent of | body | specific |
      high | risk | necessary | required | requiring | who are | recommended | eligible | after |
      following | abnormal | หลัง | หลังการ | หลังจาก | ก่อน | การ | ที่ | ผู้ | ผู้ที่ | คน |
      มี | ได้ | รับ | เข้า | จะ | และ | หรือ | เฉลี่ย | ประจำปี | ประจำ | ปี | ทุก | บริษัท |
      องค์กร | ค่าเฉลี่ย | ที่มี | ด้าน | ตัวชี้วัด | ระดับ | ภาวะ | ตาม | เพราะ |
      เพราะปัญหาสุขภาพ | เนื่องจาก | ปัญหาสุขภาพ | สุขภาพ | ป้องกัน | โรค | เจ็บป่วย | การเจ็บป่วย | ความเจ็บป่วย | อย่าง | เพียงพอ |
      สม่ำเสมอ | เป็นประจำ | ทำ | งาน | ทำงาน | วันลา | สูง | สิทธิ | แก่ | ให้ | เพื่อ`,
    means: { t: 'filler' },
  },
  { terms: 'and | および | 及び | และ | かつ', means: { t: 'separator' } },
];
