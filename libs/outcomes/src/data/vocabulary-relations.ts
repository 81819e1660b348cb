import type { VocabularyEntry } from './vocabulary-figures.js';

/** How two figures are related: a change is not a level. */
export const RELATION_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `低下 | 減少 | 減 | 削減 | 低減 | 縮減 | 短縮 | 改善 | 向上 | 上昇 | 増加 | 増 | アップ | ダウン | 悪化 | 伸び | の差 |
      増減 | マイナス | プラス | 改善した | 減った | 増えた | 下がった | 上がった | の低下 | の減少 | の削減 | の低減 | の改善 | の向上 | の上昇 |
      の増加 | 下落 | 差`,
    means: { t: 'change', side: 'after' },
    position: 'after-figure',
  },
  {
    terms: `改善幅 | 低下幅 | 減少幅 | 増加幅 | 上昇幅 | ลดลง | ลด | เพิ่มขึ้น | เพิ่ม | ดีขึ้น | ปรับตัวดีขึ้น |
      ปรับตัวลดลง | สูงขึ้น`,
    means: { t: 'change', side: 'before' },
  },
  {
    terms: `improvement | lower | higher | decrease | reduction | drop | decline | increase |
      rise | gain | fewer | improved | better | worse | decreased | decrease of | reduced |
      reduction of | fell | dropped | drop of | declined | decline of | lowered | increased |
      increase of | rose | rise of | grew | improvement of | improving | cut | down | up | ↓ | ↑`,
    means: { t: 'change', side: 'both' },
  },
  {
    terms: `前年比 | 前年度比 | 前年同期比 | 対前年 | 対前年比 | 対前年度 | 対前年度比 | 前年差 | 前年度差 | 前回比 | 前期比 | 昨年比 | 昨年度比 |
      前年対比 | 前年より | 前年度より | 昨年より | 昨年度より | 前回より | yoy | y/y | year on year | year over year |
      เทียบกับปีก่อนเพิ่มขึ้น`,
    means: { t: 'versus' },
  },
  { terms: '比 | 対比 | 比で', means: { t: 'versus' }, position: 'after-period' },
  {
    terms: `に | まで | へ | となり | となった | になり | になった | に減少 | に低下 | に改善 | に向上 | に上昇 | に増加 | に削減 | に低減 |
      へ減少 | へ低下 | へ改善 | へ向上 | へ上昇 | へ増加 | まで減少 | まで低下 | まで改善 | まで向上 | まで上昇 | まで増加 | まで削減 | まで低減`,
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
  {
    terms: `除く | を除く | 除き | を除き | を除いて | 除いた | を除いた | は除く | 除外 | を含まない | 含まず | excluding |
      except | excl. | other than | ไม่รวม | ยกเว้น`,
    means: { t: 'exclusion' },
  },
  {
    terms: 'より | から | 以降 | 以来 | 以後 | に開始 | に導入',
    means: { t: 'since' },
    position: 'after-period',
  },
  {
    terms: 'に | は | には | においては | では',
    means: { t: 'heading' },
    position: 'after-period',
  },
  {
    terms: `を上回る | を上回り | を大きく上回る | を大幅に上回る | を下回る | を下回り | を大きく下回る | を大幅に下回る | を超える | を超え |
      超えの | より高い | より低い | 並みの`,
    means: { t: 'comparison' },
    position: 'after-kind',
  },
  { terms: 'since | ตั้งแต่ปี | นับตั้งแต่ปี | นับจากปี', means: { t: 'since' } },
  { terms: 'between | ระหว่าง', means: { t: 'between' } },
  {
    terms: '中 | のうち | うち | 中の | of | out of',
    means: { t: 'among' },
    position: 'after-figure',
  },
  {
    terms: 'out of | 満点 | คะแนนเต็ม | จากคะแนนเต็ม | เต็ม | จากเต็ม',
    means: { t: 'among' },
    position: 'before-number',
  },
  { terms: '→ | ⇒ | ➡ | ⟶ | ➔ | -> | => | ⇨ | ▶ | ►', means: { t: 'arrow' } },
  {
    terms: `非 | 未 | 不 | 未実施率 | 未受診率 | 未受検率 | 未接種率 | non | not | no | never | without | ไม่ |
      ไม่ได้ | ไม่มี`,
    means: { t: 'negation' },
  },
  {
    terms: `していない | しない | ない | なし | いない | が取れていない | がとれていない | とれていない | 取れていない | 得られていない | できていない |
      出来ていない | でない | 不足 | 不足者 | 不十分 | 不十分な | 不充分 | 不充分な | 以外`,
    means: { t: 'negation' },
    position: 'after-subject',
  },
  {
    terms: `全員 | 全員受診 | 全員受検 | 全員実施 | 全員達成 | 全社員 | 全従業員 | 全数 | everyone | all employees | ทุกคน |
      พนักงานทุกคน`,
    means: { t: 'everyone' },
  },
  {
    terms: `bmi | hba1c | 血圧 | 収縮期血圧 | 拡張期血圧 | 空腹時血糖 | 血糖値 | ldl | hdl | 腹囲 | γ gtp | n= | n = |
      n: | n： | p< | p = | p= | 上位 | top | 対象者数 | 対象者 | 回答者数 | 回答者 | 受検者数 | 受診者数 | 回答数 | 有効回答 | 有効回答数 | 有効回答者数 | 測定人数 | 測定者数 |
      第`,
    means: { t: 'definition', of: 'any' },
    position: 'before-number',
  },
  {
    terms: '延べ | のべ | 延 | 累計',
    means: { t: 'definition', of: 'sum' },
    position: 'before-number',
  },
  {
    terms: 'age | aged | 年齢 | 入社 | 勤続',
    means: { t: 'definition', of: 'years' },
    position: 'before-number',
  },
  { terms: 'ปี', means: { t: 'in' }, position: 'before-year' },
  { terms: 'in | in the | during | ในปี | ในปี ค.ศ. | ณ ปี | ปี', means: { t: 'in' } },
];
