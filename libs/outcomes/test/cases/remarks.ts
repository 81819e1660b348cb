import type { Case } from '../describe-reading.js';

/** Figures beside the row's own: who answered, what a national survey found, sums. */
export const REMARKS: readonly Case[] = [
  [
    'プレゼンティーイズム',
    '80.5%（n=2,034、回答率82.1%）',
    'ambiguous(loss-or-performance-unstated) presenteeism percent ?: 80.5',
  ],
  [
    'プレゼンティーイズム損失割合',
    '18.5%（東大1項目版、測定人数2,034名、有効回答率：82.1%）',
    'presenteeism spq percent ↓: 18.5',
  ],
  ['アブセンティーイズム', '0.9%（対象2,034名、回答率95%）', 'absenteeism percent ↓: 0.9'],
  ['高ストレス者率', '9.1%（受検率96.5%）', 'high-stress-rate percent ↓: 9.1'],
  ['高ストレス者率', '受検率96.5%、高ストレス者率9.1%', 'high-stress-rate percent ↓: 9.1'],
  ['喫煙率', '18.2%、回答率95.2%', 'smoking-rate percent ↓: 18.2'],
  ['ワークエンゲージメント', '62% (response rate 95%)', 'work-engagement percent ↑: 62'],
  ['ストレスチェック', '受検率97.2%', 'stress-check-participation percent ↑: 97.2'],
  ['ストレスチェック受検率', '回答率97.2%', 'stress-check-participation percent ↑: 97.2'],
  ['特定保健指導', '実施率58%', 'specific-health-guidance percent ↑: 58'],
  ['喫煙率', '16.0%（国民健康・栄養調査 16.7%）', 'smoking-rate percent ↓: 16, 16.7 reference'],
  [
    '有給休暇取得率',
    '78.2%（令和5年就労条件総合調査：62.1%）',
    'paid-leave-use percent ↑: 78.2, 62.1 reference @2023',
  ],
  ['喫煙率', '16.0%（日本全体 16.7%）', 'smoking-rate percent ↓: 16, 16.7 reference'],
  ['運動習慣者比率', '25.5%（国民健康・栄養調査の定義による）', 'exercise-habit percent ↑: 25.5'],
  [
    'ウォーキングイベント参加者数',
    '延べ8,210名',
    'ambiguous(unit-not-of-indicator) programme-participation people ↑: 8210',
  ],
  ['ウォーキングイベント参加率', '51.2%（延べ8,210名）', 'programme-participation percent ↑: 51.2'],
  ['アブセンティーイズム', '2.1日（延べ4,271日）', 'absenteeism days ↓: 2.1'],
  ['健康診断受診率', '100%（5年連続100%）', 'checkup-participation percent ↑: 100'],
  ['健康診断受診率', '100%（全国平均100%）', 'checkup-participation percent ↑: 100, 100 reference'],
  ['平均年間総労働時間', '1,902時間', 'working-hours hours-per-year ↓: 1902'],
  ['平均残業時間', '20時間以下（月）', 'overtime-hours hours-per-month ↓: <=20'],
  ['睡眠による休養が不十分な従業員の割合', '35.2%', 'sleep percent ↑ reversed: 64.8'],
  ['睡眠不十分者率', '35.2%', 'sleep percent ↑ reversed: 64.8'],
  ['メタボリックシンドローム該当者・予備群の割合', '25.9%', 'metabolic-syndrome percent ↓: 25.9'],
  ['有給休暇取得促進', '75.2%', 'paid-leave-use percent ↑: 75.2'],
];
