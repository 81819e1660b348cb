import type { Verdict } from './decide.js';
import type { CriterionResult } from './explain.js';

/** What to do to conform: the criteria to meet, and the gates to pass. */
export interface PathToConformity {
  /** How many criteria and gates have to change at least. */
  readonly steps: number;
  /** Each of these is needed. */
  readonly required: readonly string[];
  /** Of each group `count` more; `options` with the fewest answers to change come first. */
  readonly choose: readonly {
    readonly group: string;
    readonly count: number;
    readonly options: readonly string[];
  }[];
  readonly gates: readonly string[];
}

/** The shortest ways to conform, unknowns taken as not yet met. Zero steps when it conforms. */
export function pathToConformity(
  verdict: Verdict,
  criteria: readonly CriterionResult[],
): PathToConformity {
  const effort = new Map(criteria.map(({ criterion, toMeet }) => [criterion, toMeet.length]));
  const obstacles = [...verdict.missing, ...verdict.undecided];
  const required = obstacles.flatMap((obstacle) =>
    'criterion' in obstacle ? obstacle.criterion : [],
  );
  const gates = obstacles.flatMap((obstacle) => ('gate' in obstacle ? obstacle.gate : []));
  const choose = obstacles.flatMap((obstacle) => {
    if (!('group' in obstacle)) return [];
    const options = obstacle.options.toSorted(
      (a, b) => (effort.get(a) ?? 0) - (effort.get(b) ?? 0),
    );
    return [{ group: obstacle.group, count: obstacle.need - obstacle.have, options }];
  });
  const steps = required.length + gates.length + choose.reduce((sum, { count }) => sum + count, 0);
  return { steps, required, choose, gates };
}
