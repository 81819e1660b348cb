import { type Contest, judge } from './referee.js';

const CONTESTS: readonly Contest[] = [
  {
    name: 'Validation of a trilingual 60-question survey',
    unit: 'sheets/s',
    ours: 'validation-ours',
    rival: 'validation-survey-core',
    rivalName: 'survey-core, reused model',
    goal: 300,
  },
];

for (const contest of CONTESTS) {
  const verdict = await judge(contest);
  console.log(verdict);
}
