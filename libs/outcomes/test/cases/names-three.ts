import type { Case } from '../describe-reading.js';

/** Names that carry units, explanations, bounds or parts of the workforce. */
export const NAMES_THREE: readonly Case[] = [
  ['プレゼンティーイズム損失額（千円）', '623', 'presenteeism currency ↓: 623000'],
  ['プレゼンティーイズム損失額（単位：百万円）', '12.5', 'presenteeism currency ↓: 12500000'],
  ['プレゼンティーイズム損失額（千円）', '623,000円', 'presenteeism currency ↓: 623000'],
  [
    'アブセンティーイズム損失額（百万円）',
    '2022年度 13.1、2023年度 12.5',
    'absenteeism currency ↓: 12500000 @2023, 13100000 previous @2022',
  ],
  ['喫煙率 (※40歳以上)', '14.0%', 'smoking-rate percent ↓: 14 40-plus'],
  ['海外赴任者の健診受診率', '95%', 'checkup-participation percent ↑: 95 overseas-other'],
  ['睡眠時間6時間未満の割合', '41.2%', 'sleep percent ↑ reversed: 58.8'],
  ['睡眠時間が6時間以上の従業員の割合', '55%', 'sleep percent ↑: 55'],
  ['睡眠時間5時間以下の社員の割合', '12%', 'sleep percent ↑ reversed: 88'],
  ['高ストレス者数', '45', 'ambiguous(unit-not-of-indicator) high-stress-rate people ↓: 45'],
  ['休職者の人数', '12', 'ambiguous(unit-not-of-indicator) sick-leave-rate people ↓: 12'],
  [
    'プレゼンティーイズム（出勤しているがパフォーマンスが低下している状態）',
    '17%',
    'ambiguous(loss-or-performance-unstated) presenteeism percent ?: 17',
  ],
  [
    'プレゼンティーイズム（疾患や症状を抱えながら出勤し、生産性が低下している状態）損失率',
    '17%',
    'presenteeism percent ↓: 17',
  ],
  [
    'アブセンティーイズム（健康問題による仕事の欠勤・休職の状態）',
    '2.1日',
    'absenteeism days ↓: 2.1',
  ],
  ['WFun（労働機能障害）', '13.8点', 'presenteeism wfun points ↓: 13.8'],
  ['プレゼンティーイズムコスト', '1人あたり年間56万円', 'presenteeism currency ↓: 560000'],
  ['Presenteeism cost', 'JPY 1.2 billion', 'presenteeism currency ↓: 1200000000'],
  ['ワークエンゲージメントが高い社員の割合', '35%', 'work-engagement percent ↑: 35'],
  ['BMI18.5〜25未満の割合', '64%', 'healthy-weight percent ↑: 64'],
  ['BMI18.5以上25未満の従業員割合', '64%', 'healthy-weight percent ↑: 64'],
  ['計画年休取得率', '95%', 'unrecognised(indicator-unknown) - percent ?: 95'],
  ['Absentee rate', '1.31%', 'absenteeism percent ↓: 1.31'],
  [
    'อัตราการลาออกโดยสมัครใจ',
    '7.8% (เพศชาย 8.0% เพศหญิง 7.5%)',
    'turnover-rate percent ↓: 7.8, 8 male, 7.5 female',
  ],
];
