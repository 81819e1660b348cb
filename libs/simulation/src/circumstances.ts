import type { Random } from './random.js';

/** What is so in a company and shows in more than one of its answers. */
export interface Circumstances {
  /** Outsourced and agency workers, and migrant workers, at its sites. */
  readonly outsourced: number;
  readonly migrants: number;
  /** Whether it belongs to a corporate group. */
  readonly inGroup: boolean;
  /** How it stands to what the law demands, by question id. */
  readonly duties: Readonly<Record<string, string>>;
}

type Weights = readonly (readonly [string, number])[];

/** Duties that nearly every company that takes part fulfils: weights by option id. */
const DUTIES: Readonly<Record<string, Weights>> = {
  'answers-scope': [
    ['whole-entity', 96],
    ['part-of-entity', 4],
  ],
  'no-prosecution': [
    ['none', 98],
    ['prosecuted', 2],
  ],
  'statutory-checkups-done': [
    ['yes', 80],
    ['no', 3],
    ['not-obliged', 17],
  ],
  'statutory-stress-check-done': [['not-obliged', 1]],
  'safety-roles-in-place': [
    ['yes', 93],
    ['no', 4],
    ['not-obliged', 3],
  ],
};

/** Japan demands a check-up of every employee, and a stress check where a site has 50 people. */
const JAPAN: Readonly<Record<string, Weights>> = {
  'statutory-checkups-done': [
    ['yes', 97],
    ['no', 3],
  ],
  'statutory-stress-check-done': [
    ['yes', 95],
    ['no', 5],
  ],
};

const EMPLOY_OTHERS = 0.8;
const IN_GROUP = 0.75;

export function circumstancesOf(
  country: string,
  employees: number,
  largestSite: number,
  random: Random,
): Circumstances {
  const others = random.chance(EMPLOY_OTHERS) ? employees : 0;
  const duty = (id: string, weights: Weights): string => {
    const japan = country === 'JP' && (id !== 'statutory-stress-check-done' || largestSite >= 50);
    return random.weighted((japan ? JAPAN[id] : undefined) ?? weights);
  };
  return {
    outsourced: Math.round(others * random.between(0.04, 0.25)),
    migrants: Math.round(others * random.between(0.01, 0.15)),
    inGroup: random.chance(IN_GROUP),
    duties: Object.fromEntries(Object.entries(DUTIES).map(([id, w]) => [id, duty(id, w)])),
  };
}
