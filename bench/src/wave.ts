import { performance } from 'node:perf_hooks';
import { freezeCohort, standingIn } from '@sukoyaka/scoring';
import { simulate } from '@sukoyaka/simulation';
import { evaluator } from './contests/companies.js';

/** Closing a wave: every company scored, the cohort frozen, every result held against it. */
export interface WaveCost {
  readonly companies: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

export function closeWave(companies: number): WaveCost {
  const { survey, scoring, rules } = evaluator();
  const sheets = [...simulate({ edition: survey.edition, companies, seed: 1 })];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const scores = sheets.map((sheet) => scoring.score(sheet.answers, sheet.organisation));
  const cohort = freezeCohort(scores, survey.edition.scoring.sideWeights, {
    label: 'Simulated wave',
    source: 'simulation, seed 1',
    synthetic: true,
  });
  const results = sheets.map((sheet, index) => ({
    standing: standingIn(scores[index]!, cohort),
    verdicts: rules.map((compiled) => compiled.decide(sheet.answers)),
  }));
  const { user, system } = process.cpuUsage(cpu);
  const wallSeconds = (performance.now() - start) / 1000;
  return { companies: results.length, cpuSeconds: (user + system) / 1e6, wallSeconds };
}
