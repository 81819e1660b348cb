import { round } from '@sukoyaka/kernel';
import { cellChance, cellKey, type KeyedHash } from './cell-key.js';
import { GATES } from './gates.js';
import { countNoise, signedNoise } from './noise.js';

/** What one organisation contributes to a statistic of scores. */
export interface Contribution {
  /** Its `contributorKey`. */
  readonly key: bigint;
  /** 0–100. */
  readonly score: number;
}

/** Which statistic it is: its measure and, because scores change each round, the round. */
export interface Cell {
  readonly hash: KeyedHash;
  readonly measure: string;
  readonly round: string;
}

const MIDDLE = 50;
const GREATEST = 100;
/** Noise moves the sum of the scores by that much for each unit: half of a score's range. */
const REACH = MIDDLE / 2;

/**
 * The protected mean of scores, a whole number 0–100; null below the gate. The noise belongs to the
 * sum, so that it weighs the less the more contribute.
 */
export function protectedMean(contributions: readonly Contribution[], cell: Cell): number | null {
  const n = contributions.length;
  if (n < GATES.class) return null;
  const key = cellKey(contributions.map((each) => each.key));
  const v = signedNoise(cellChance(cell.hash, key, `mean/${cell.measure}/${cell.round}`));
  const sum = contributions.reduce((total, { score }) => total + (score - MIDDLE), 0);
  return within(round(MIDDLE + (sum + REACH * v) / n));
}

/** Width of the bins in which scores are counted. */
const BIN = 5;

/**
 * A protected percentile of scores (`share` 0–1), a whole number; null below the gate of its kind.
 * It is read from the perturbed counts of fixed bins, never from a score.
 */
export function protectedPercentile(
  contributions: readonly Contribution[],
  share: number,
  cell: Cell,
): number | null {
  if (contributions.length < gateOf(share)) return null;
  const counts = binned(contributions).map((bin, at) => {
    const key = cellKey(bin.map((each) => each.key));
    const chance = cellChance(cell.hash, key, `bin/${cell.measure}/${cell.round}/${at}`);
    return bin.length + countNoise(bin.length, chance);
  });
  return within(round(interpolate(counts, share)));
}

function gateOf(share: number): number {
  if (share < 0.25 || share > 0.75) return GATES.tenth;
  return share === 0.5 ? GATES.class : GATES.quartile;
}

function binned(contributions: readonly Contribution[]): readonly Contribution[][] {
  const bins = Array.from({ length: GREATEST / BIN }, (): Contribution[] => []);
  for (const each of contributions) {
    bins[Math.min(Math.floor(each.score / BIN), bins.length - 1)]?.push(each);
  }
  return bins;
}

/** The score below which `share` of the counts lie, straight within a bin. */
function interpolate(counts: readonly number[], share: number): number {
  const wanted = share * counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (const [at, count] of counts.entries()) {
    if (count > 0 && below + count >= wanted) return BIN * (at + (wanted - below) / count);
    below += count;
  }
  return GREATEST;
}

function within(value: number): number {
  return Math.min(GREATEST, Math.max(0, value));
}

const SHOWN = 5;

/** A number of organisations as it may be shown: to the nearest five. */
export function shownCount(n: number): number {
  return SHOWN * round(n / SHOWN);
}
