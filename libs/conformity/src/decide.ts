import { DomainError } from '@sukoyaka/kernel';
import { allOf, atLeast, type Ternary } from '@sukoyaka/survey';
import type { CriterionGroup, RuleSet } from './rule-set.js';

/** What is known of each criterion and gate: true, false, or undefined for unknown. */
export interface CriterionStates {
  readonly criteria: Readonly<Record<string, Ternary>>;
  readonly gates: Readonly<Record<string, Ternary>>;
  /** Place in a published ranking, where there is one. */
  readonly rank?: number;
}

/** A stable word for a three-valued decision: null is "unknown". */
export type Decision = boolean | null;

export type Level = 'none' | 'reference-criteria-met' | 'white500-extras-met';

/** Something that stands between the company and conformity. */
export type Obstacle =
  | { readonly criterion: string }
  | {
      readonly group: string;
      readonly have: number;
      readonly need: number;
      /** The group's criteria that are not known to be met. */
      readonly options: readonly string[];
    }
  | { readonly gate: string };

/** The decision of one rule set. */
export interface Verdict {
  /** true or false once no unknown can change it; null while it hangs on unknowns. */
  readonly conforms: Decision;
  readonly level: Level;
  /** What is certainly not met, in the order of the rule set. */
  readonly missing: readonly Obstacle[];
  /** What hangs on unknowns. */
  readonly undecided: readonly Obstacle[];
}

/**
 * Decides a rule set on what is known. An unknown never counts as met: the decision is unknown
 * unless it is already decided otherwise.
 */
export function decide(rules: RuleSet, states: CriterionStates): Verdict {
  const missing: Obstacle[] = [];
  const undecided: Obstacle[] = [];
  const parts: Ternary[] = [];
  const weigh = (state: Ternary, obstacle: Obstacle): void => {
    parts.push(state);
    if (state === false) missing.push(obstacle);
    if (state === undefined) undecided.push(obstacle);
  };
  for (const criterion of rules.required) weigh(states.criteria[criterion], { criterion });
  for (const group of rules.groups) weighGroup(group, states, weigh);
  for (const { id } of rules.gates) weigh(states.gates[id], { gate: id });
  const conforms = allOf(parts);
  return {
    conforms: conforms ?? null,
    level: levelOf(rules, states, conforms),
    missing,
    undecided,
  };
}

function weighGroup(
  group: CriterionGroup,
  { criteria }: CriterionStates,
  weigh: (state: Ternary, obstacle: Obstacle) => void,
): void {
  const state = atLeast(
    group.min,
    group.of.map((id) => criteria[id]),
  );
  const have = group.of.filter((id) => criteria[id] === true).length;
  const options = group.of.filter((id) => criteria[id] !== true);
  weigh(state, { group: group.id, have, need: group.min, options });
}

/** White 500's items are compared; its rank is not assessed here, unless the caller knows it. */
function levelOf(rules: RuleSet, { criteria, rank }: CriterionStates, conforms: Ternary): Level {
  if (conforms !== true) return 'none';
  const { extras } = rules;
  if (!extras || (rank !== undefined && rank > extras.rankAtMost)) return 'reference-criteria-met';
  const met = allOf(extras.criteria.map((id) => criteria[id]));
  return met === true ? 'white500-extras-met' : 'reference-criteria-met';
}

/** Every criterion that a rule set knows, each once, in its order. */
export function criteriaOf(rules: RuleSet): readonly string[] {
  const ids = [
    ...rules.required,
    ...rules.groups.flatMap((group) => group.of),
    ...(rules.extras?.criteria ?? []),
  ];
  return [...new Set(ids)];
}

/** What a person states of their criteria, outside any survey: the contract of `sukoyaka conformity`. */
export interface CriteriaStatement {
  readonly met: readonly string[];
  readonly unknown?: readonly string[];
  readonly gates?: Readonly<Record<string, boolean>>;
  readonly rank?: number;
}

/**
 * Reads a statement against a rule set. A criterion in neither list is not met; an absent gate is
 * unknown, or passed with `assumeGates`.
 * @throws DomainError CRITERIA_INVALID, CRITERION_UNKNOWN, GATE_UNKNOWN, CRITERION_CONTRADICTORY.
 */
export function readStatement(
  statement: unknown,
  rules: RuleSet,
  assumeGates: boolean,
): CriterionStates {
  const { met, unknown = [], gates = {}, rank } = asStatement(statement);
  const known = new Set(criteriaOf(rules));
  const stray = [...met, ...unknown].find((id) => !known.has(id));
  if (stray !== undefined) {
    throw new DomainError('CRITERION_UNKNOWN', { criterion: stray, rules: rules.id });
  }
  const stated = { met: new Set(met), unknown: new Set(unknown) };
  const contradictory = met.find((id) => stated.unknown.has(id));
  if (contradictory !== undefined) {
    throw new DomainError('CRITERION_CONTRADICTORY', { criterion: contradictory });
  }
  for (const id of Object.keys(gates)) {
    if (!rules.gates.some((gate) => gate.id === id)) {
      throw new DomainError('GATE_UNKNOWN', { gate: id, rules: rules.id });
    }
  }
  const state = (id: string): Ternary => (stated.unknown.has(id) ? undefined : stated.met.has(id));
  const gate = (id: string): Ternary =>
    Object.hasOwn(gates, id) ? gates[id] : assumeGates || undefined;
  return {
    criteria: Object.fromEntries([...known].map((id) => [id, state(id)])),
    gates: Object.fromEntries(rules.gates.map(({ id }) => [id, gate(id)])),
    ...(rank === undefined ? {} : { rank }),
  };
}

const STATEMENT_KEYS = ['met', 'unknown', 'gates', 'rank'];

function asStatement(value: unknown): CriteriaStatement {
  const invalid = (field: string): never => {
    throw new DomainError('CRITERIA_INVALID', { field });
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return invalid('met');
  const { met, unknown, gates, rank } = value as Record<string, unknown>;
  const stray = Object.keys(value).find((key) => !STATEMENT_KEYS.includes(key));
  if (stray !== undefined) invalid(stray);
  if (!isIdList(met)) return invalid('met');
  if (unknown !== undefined && !isIdList(unknown)) return invalid('unknown');
  if (gates !== undefined && !isGateMap(gates)) return invalid('gates');
  if (rank !== undefined && !(Number.isInteger(rank) && (rank as number) >= 1)) invalid('rank');
  return value as CriteriaStatement;
}

function isIdList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

function isGateMap(value: unknown): value is Readonly<Record<string, boolean>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((state) => typeof state === 'boolean')
  );
}
