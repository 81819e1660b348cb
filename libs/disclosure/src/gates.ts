/**
 * From how many organisations on a statistic about them may be shown. An average or a percentile
 * of fewer says too much about each of them (ours, stricter than the five of Bundesbank's sdcLog).
 */
export const GATES = {
  /** A round of fewer is not compared at all. */
  round: 30,
  /** A class, its mean and its median. */
  class: 20,
  /** Quartiles. */
  quartile: 40,
  /** The tenth and ninetieth percentile. Never the least, the greatest or the k best. */
  tenth: 100,
} as const;
