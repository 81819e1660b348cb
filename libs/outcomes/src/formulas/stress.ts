import { round } from '@sukoyaka/kernel';
import constants from '../data/formula-constants.json' with { type: 'json' };
import { integersWithin, sum, within } from './input.js';

/**
 * Answers of one person to the Brief Job Stress Questionnaire, 1–4, in the order of its items:
 * A1–A17 work, B1–B29 reactions, C1–C9 support. The item texts are not part of this library.
 */
export interface BjsqAnswers {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly c: readonly number[];
}

/** Sums of the three areas and whether they make high stress. */
export interface BjsqResult {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly highStress: boolean;
}

/** Reversed items count 5 − x. */
function scored(answers: readonly number[], reversed: readonly number[]): number {
  return sum(answers.map((answer, index) => (reversed.includes(index + 1) ? 5 - answer : answer)));
}

/**
 * Sum rule: high stress when B ≥ 77, or A + C ≥ 76 and B ≥ 63.
 * @throws DomainError `OUTCOME_INPUT_COUNT`, `OUTCOME_INPUT_OUT_OF_RANGE` (input A1 …).
 */
export function bjsqBySum(answers: BjsqAnswers): BjsqResult {
  const { reversedA, reversedB, sum: limits } = constants.bjsq;
  const a = scored(integersWithin('A', answers.a, 17, [1, 4]), reversedA);
  const b = scored(integersWithin('B', answers.b, 29, [1, 4]), reversedB);
  const c = scored(integersWithin('C', answers.c, 9, [1, 4]), []);
  const strained = a + c >= limits.workAndSupport && b >= limits.reactionWithWork;
  return { a, b, c, highStress: b >= limits.reaction || strained };
}

/**
 * Conversion rule on the ratings 1–5 of the scales (9 of work, 6 of reactions, 3 of support), where
 * 1 is the worst: high stress when B ≤ 12, or A + C ≤ 26 and B ≤ 17.
 * @throws DomainError `OUTCOME_INPUT_COUNT`, `OUTCOME_INPUT_OUT_OF_RANGE`.
 */
export function bjsqByConversion(ratings: BjsqAnswers): BjsqResult {
  const { conversion: limits } = constants.bjsq;
  const a = sum(integersWithin('A', ratings.a, 9, [1, 5]));
  const b = sum(integersWithin('B', ratings.b, 6, [1, 5]));
  const c = sum(integersWithin('C', ratings.c, 3, [1, 5]));
  const strained = a + c <= limits.workAndSupport && b <= limits.reactionWithWork;
  return { a, b, c, highStress: b <= limits.reaction || strained };
}

/** Means of a group's scale sums, 3–12 each. */
export interface GroupStressMeans {
  readonly demand: number;
  readonly control: number;
  readonly supervisor: number;
  readonly colleagues: number;
}

/** Health risk of a group; 100 is the national average, more is worse. */
export interface GroupHealthRisk {
  readonly workload: number;
  readonly support: number;
  readonly total: number;
}

/** Whole numbers, at most the ceiling; noise of binary fractions does not cost a point. */
function risk(exponent: number): number {
  const { greatest } = constants.groupHealthRisk;
  return Math.min(Math.floor(round(100 * Math.exp(exponent), 9)), greatest);
}

/**
 * Group health risk (legacy coefficients for men): workload and support risk are floored and at most
 * 350 each, the total is ⌊workload · support / 100⌋.
 * @throws DomainError `OUTCOME_INPUT_OUT_OF_RANGE`.
 */
export function groupHealthRisk(means: GroupStressMeans): GroupHealthRisk {
  const part = (scale: keyof GroupStressMeans): number => {
    const { weight, norm } = constants.groupHealthRisk[scale];
    return weight * (within(scale, means[scale], 3, 12) - norm);
  };
  const workload = risk(part('demand') + part('control'));
  const support = risk(part('supervisor') + part('colleagues'));
  return { workload, support, total: Math.floor((workload * support) / 100) };
}
