import type { Readings } from '../catalogue/types.js';

/** Readings of a subject in which people take part. */
export function takingPart<const I extends string>(indicator: I): Readings<I> {
  return {
    none: indicator,
    share: indicator,
    participation: indicator,
    completion: indicator,
    response: indicator,
    use: indicator,
    achievement: indicator,
    count: indicator,
  };
}

/** Readings of a state or habit that a share of people has. */
export function prevailing<const I extends string>(indicator: I): Readings<I> {
  return { none: indicator, share: indicator, eligible: indicator, count: indicator };
}

/** Readings of something people hold an opinion of or score at. */
export function scored<const I extends string>(indicator: I): Readings<I> {
  return { none: indicator, score: indicator, share: indicator, satisfaction: indicator };
}
