import type { Answers, CompiledSurvey, Organisation, ScoringPlan } from '@sukoyaka/survey';
import { compileScoredQuestion, type ScoredQuestion } from './outcome.js';
import { type OverallScore, type Score, scoreOf, type Scores, type Stage } from './scores.js';

/** What the programme says about its structure: which sub-item belongs to which side. */
export interface ProgrammeStructure {
  readonly subItems: readonly { readonly id: string; readonly pillar: string }[];
  readonly healthIssues: readonly { readonly id: string }[];
  readonly valuePropositions: readonly { readonly id: string }[];
}

/** The sums that a question counts for, and the weight at which it does for each. */
interface Targets {
  readonly slots: Int32Array;
  readonly weights: Float64Array;
}

interface Entry {
  readonly scored: ScoredQuestion;
  readonly targets: Targets;
}

/** An edition's scoring, made ready for any number of companies. */
export interface CompiledScoring {
  readonly questions: readonly ScoredQuestion[];
  readonly plan: ScoringPlan;
  readonly structure: ProgrammeStructure;
  /**
   * Scores answers that passed validation (and so hold no answer to a hidden question; else take
   * `survey.effective`). A missing answer earns nothing and is counted as open.
   */
  score(answers: Answers, organisation?: Organisation): Scores;
}

/** Compiles the scoring of an edition over the structure of its programme. */
export function compileScoring(
  survey: CompiledSurvey,
  structure: ProgrammeStructure,
): CompiledScoring {
  const { edition } = survey;
  const slots = new Slots(structure);
  const entries = survey.questions.flatMap((question) => {
    const scored = compileScoredQuestion(question);
    return scored ? [{ scored, targets: slots.targetsOf(scored) }] : [];
  });
  const max = slots.zeros();
  for (const { scored, targets } of entries) {
    addTo(max, targets, scored.max);
  }
  const sums = new Sums(slots, max);
  return {
    questions: entries.map(({ scored }) => scored),
    plan: edition.scoring,
    structure,
    score(answers, organisation) {
      sums.add(entries, answers, organisation);
      const sides = sums.read('side');
      return {
        edition: edition.id,
        editionVersion: edition.version,
        subItems: sums.read('subItem'),
        sides,
        overall: overallOf(sides, edition.scoring),
        healthIssues: sums.read('healthIssue'),
        valuePropositions: sums.read('valueProposition'),
      };
    },
  };
}

type Kind = 'side' | 'subItem' | 'healthIssue' | 'valueProposition';

/** Numbers the sums, so that scoring adds into arrays. */
class Slots {
  private readonly ids: readonly { readonly kind: Kind; readonly id: string }[];
  private readonly byKind: Readonly<
    Record<Kind, readonly { readonly id: string; readonly slot: number }[]>
  >;
  private readonly index: ReadonlyMap<string, number>;
  private readonly sideOf: ReadonlyMap<string, string>;

  constructor(structure: ProgrammeStructure) {
    this.sideOf = new Map(structure.subItems.map(({ id, pillar }) => [id, pillar]));
    const sides = [...new Set(structure.subItems.map(({ pillar }) => pillar))];
    this.ids = [
      ...sides.map((id) => ({ kind: 'side' as const, id })),
      ...structure.subItems.map(({ id }) => ({ kind: 'subItem' as const, id })),
      ...structure.healthIssues.map(({ id }) => ({ kind: 'healthIssue' as const, id })),
      ...structure.valuePropositions.map(({ id }) => ({ kind: 'valueProposition' as const, id })),
    ];
    this.index = new Map(this.ids.map(({ kind, id }, slot) => [`${kind}/${id}`, slot]));
    this.byKind = {
      side: this.sumsOf('side'),
      subItem: this.sumsOf('subItem'),
      healthIssue: this.sumsOf('healthIssue'),
      valueProposition: this.sumsOf('valueProposition'),
    };
  }

  private sumsOf(wanted: Kind): readonly { readonly id: string; readonly slot: number }[] {
    return this.ids.flatMap(({ kind, id }, slot) => (kind === wanted ? [{ id, slot }] : []));
  }

  zeros(): Float64Array {
    return new Float64Array(this.ids.length);
  }

  targetsOf({ question, subItem }: ScoredQuestion): Targets {
    const side = this.sideOf.get(subItem);
    if (side === undefined) throw new RangeError(`Unknown sub-item ${subItem} of ${question.id}`);
    const { healthIssues, valuePropositions } = question.tags;
    const weighted: readonly (readonly [number, number])[] = [
      [this.slot('side', side), 1],
      [this.slot('subItem', subItem), 1],
      ...healthIssues.map((id) => [this.slot('healthIssue', id), 1] as const),
      ...Object.entries(valuePropositions).map(
        ([id, weight]) => [this.slot('valueProposition', id), weight] as const,
      ),
    ];
    return {
      slots: Int32Array.from(weighted, ([slot]) => slot),
      weights: Float64Array.from(weighted, ([, weight]) => weight),
    };
  }

  /** The sums of one kind, in the order of the programme. */
  of(kind: Kind): readonly { readonly id: string; readonly slot: number }[] {
    return this.byKind[kind];
  }

  private slot(kind: Kind, id: string): number {
    const slot = this.index.get(`${kind}/${id}`);
    if (slot === undefined) throw new RangeError(`The programme has no ${kind} "${id}"`);
    return slot;
  }
}

/** The running sums of one company. One instance serves all, one after the other: scoring is synchronous. */
class Sums {
  private readonly points: Float64Array;
  private readonly open: Float64Array;
  private readonly excluded: Float64Array;

  constructor(
    private readonly slots: Slots,
    private readonly max: Float64Array,
  ) {
    this.points = slots.zeros();
    this.open = slots.zeros();
    this.excluded = slots.zeros();
  }

  /** Starts anew and adds up every question. */
  add(entries: readonly Entry[], answers: Answers, organisation: Organisation | undefined): void {
    for (const sums of [this.points, this.open, this.excluded]) sums.fill(0);
    for (const { scored, targets } of entries) {
      const outcome = scored.settle(answers, organisation);
      if (outcome.points > 0) addTo(this.points, targets, outcome.points);
      if (outcome.open > 0) addTo(this.open, targets, outcome.open);
      if (outcome.excluded > 0) addTo(this.excluded, targets, outcome.excluded);
    }
  }

  read(kind: Kind): Readonly<Record<string, Score>> {
    const scores: Record<string, Score> = {};
    for (const { id, slot } of this.slots.of(kind)) {
      scores[id] = scoreOf(
        at(this.points, slot),
        at(this.max, slot),
        at(this.excluded, slot),
        at(this.open, slot),
      );
    }
    return scores;
  }
}

function addTo(sums: Float64Array, { slots, weights }: Targets, amount: number): void {
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index] ?? 0;
    sums[slot] = at(sums, slot) + (weights[index] ?? 0) * amount;
  }
}

function at(sums: Float64Array, slot: number): number {
  return sums[slot] ?? 0;
}

/** Weighted mean of the sides that apply; the stage goes by the absolute score, never by rank. */
function overallOf(sides: Readonly<Record<string, Score>>, plan: ScoringPlan): OverallScore {
  const score = weightedMean(sides, plan.sideWeights, (side) => side.score);
  const best = weightedMean(sides, plan.sideWeights, (side) => side.best);
  const all = Object.values(sides);
  const open = all.reduce((sum, side) => sum + side.open, 0);
  const available = all.reduce((sum, side) => sum + side.max - side.excluded, 0);
  const openShare = available > 0 ? open / available : 0;
  return { score, best, openShare, stage: score === null ? null : stageOf(score, plan) };
}

/** Mean of the values that exist, by weight; null when none does. */
export function weightedMean<T>(
  parts: Readonly<Record<string, T>>,
  weights: Readonly<Record<string, number>>,
  value: (part: T) => number | null,
): number | null {
  let sum = 0;
  let total = 0;
  for (const [id, part] of Object.entries(parts)) {
    const number = value(part);
    const weight = weights[id] ?? 0;
    if (number === null || weight === 0) continue;
    sum += weight * number;
    total += weight;
  }
  return total === 0 ? null : sum / total;
}

/** The stage that an absolute overall score (0–100) has reached. */
export function stageOf(score: number, plan: ScoringPlan): Stage {
  let stage: Stage = 1;
  for (const step of plan.stages) if (score >= step.from) stage = step.stage;
  return stage;
}
