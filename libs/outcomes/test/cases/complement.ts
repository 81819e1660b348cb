import type { Case } from '../describe-reading.js';

/** Figures that state the opposite of their indicator. */
export const COMPLEMENT: readonly Case[] = [
  ['非喫煙率', '90%以上', 'smoking-rate percent ↓ reversed: <=10'],
  ['非喫煙率', '80〜85%', 'smoking-rate percent ↓ reversed: 15..20'],
  ['非喫煙率', '男性68.4%/女性91.0%', 'smoking-rate percent ↓ reversed: 31.6 male, 9 female'],
  [
    '非喫煙率',
    '77%（2018年54.0%から23.0%上昇）',
    'smoking-rate percent ↓ reversed: 23, 46 previous @2018',
  ],
  ['非喫煙率目標(2027)', '90%以上', 'smoking-rate percent ↓ reversed: <=10 target @2027'],
  ['非喫煙者割合', '約77%', 'smoking-rate percent ↓ reversed: ~23'],
  ['非喫煙率', '80%超', 'smoking-rate percent ↓ reversed: <20'],
  ['非喫煙率', '80%未満', 'smoking-rate percent ↓ reversed: >20'],
  ['非喫煙率', '約80〜85%', 'smoking-rate percent ↓ reversed: 15..20'],
  ['非喫煙率', '80%強', 'smoking-rate percent ↓ reversed: <20'],
  ['非喫煙率', '86.6%', 'smoking-rate percent ↓ reversed: 13.4'],
  ['非喫煙率', '100%', 'smoking-rate percent ↓ reversed: 0'],
  ['非喫煙率', '0%', 'smoking-rate percent ↓ reversed: 100'],
  ['非喫煙率', '120%', 'unrecognised(out-of-range) smoking-rate percent ↓ reversed: -20'],
  [
    '非喫煙率',
    '2022年度 80% 2023年度 82% 2024年度 85%',
    'smoking-rate percent ↓ reversed: 15 @2024, 20 previous @2022, 18 previous @2023',
  ],
  ['非喫煙率', '85%（目標90%）', 'smoking-rate percent ↓ reversed: 15, 10 target'],
  ['非喫煙率', '85%（喫煙率15%）', 'smoking-rate percent ↓ reversed: 15'],
  ['非喫煙率', '▲3pt', 'unrecognised(change-not-level) smoking-rate - ↓:'],
  ['非喫煙者数', '100名', 'ambiguous(unit-not-of-indicator) smoking-rate people ↓: 100'],
  ['非喫煙率', '85', 'ambiguous(unit-missing) smoking-rate - ↓: 85'],
];
