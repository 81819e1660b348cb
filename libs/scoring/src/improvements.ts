import {
  type Answers,
  answerOf,
  type AnswerValue,
  isPerSite,
  type Question,
  type Organisation,
} from '@sukoyaka/survey';
import type { CompiledScoring } from './compile.js';
import type { ScoredQuestion } from './outcome.js';
import type { Scores } from './scores.js';

/** Something that the company can do next, and what it would bring. */
export interface Improvement {
  readonly question: string;
  /** Points still to be had at this question. */
  readonly points: number;
  /** By how much the overall score (0–100) would rise with them. */
  readonly overallGain: number;
  readonly evidenceWeight: 1 | 2 | 3;
  /** False where the answer is not known: the practice may already exist. */
  readonly known: boolean;
  /** Option ids that would earn more than the present answer, nearest first. */
  readonly nextOptions: readonly string[];
}

/** Answers of visible questions, and the sites that they speak of. */
interface Company {
  readonly answers: Answers;
  readonly organisation?: Organisation | undefined;
}

/**
 * The `count` best next steps: overall gain × evidence weight, then gain, then survey order.
 * Practices are steps; a figure's level follows from them and is none. Questions that are hidden or
 * not applicable, and those without an evidence weight, are no steps either.
 */
export function improvements(
  scoring: CompiledScoring,
  scores: Scores,
  company: Company,
  count: number,
): readonly Improvement[] {
  return scoring.questions
    .flatMap((scored) => improvementOf(scored, scoring, scores, company) ?? [])
    .map((step, order) => ({ step, order }))
    .sort((a, b) => worth(b.step) - worth(a.step) || a.order - b.order)
    .slice(0, count)
    .map(({ step }) => step);
}

function worth(step: Improvement): number {
  return step.overallGain * step.evidenceWeight;
}

function improvementOf(
  scored: ScoredQuestion,
  scoring: CompiledScoring,
  scores: Scores,
  { answers, organisation }: Company,
): Improvement | null {
  const { question, scoring: rule, max, subItem } = scored;
  if (rule.by === 'steps') return null;
  const outcome = scored.settle(answers, organisation);
  const evidenceWeight = question.tags.evidenceWeight;
  if (evidenceWeight === null) return null;
  if (outcome.state === 'hidden' || outcome.state === 'not-applicable') return null;
  const points = max - outcome.points;
  if (points <= 0) return null;
  const overallGain = gain(points, subItem, scoring, scores);
  const nextOptions = optionsAbove(question, answerOf(answers, question.id));
  return {
    question: question.id,
    points,
    overallGain,
    evidenceWeight,
    known: outcome.state === 'answered',
    nextOptions,
  };
}

/** What `points` at one sub-item add to the overall score. */
function gain(points: number, subItem: string, scoring: CompiledScoring, scores: Scores): number {
  const side = scoring.structure.subItems.find(({ id }) => id === subItem)?.pillar ?? '';
  const tally = scores.sides[side];
  if (!tally) return 0;
  const weights = scoring.plan.sideWeights;
  const total = Object.entries(scores.sides)
    .filter(([, { score }]) => score !== null)
    .reduce((sum, [id]) => sum + (weights[id] ?? 0), 0);
  const available = tally.max - tally.excluded;
  return total > 0 && available > 0
    ? ((weights[side] ?? 0) / total) * ((100 * points) / available)
    : 0;
}

function optionsAbove(question: Question, value: AnswerValue | undefined): readonly string[] {
  if (question.type === 'yes-progress-no') return value === 'yes' ? [] : ['yes'];
  if (question.type !== 'single' && question.type !== 'multiple') return [];
  const chosen = new Set(typeof value === 'string' ? [value] : Array.isArray(value) ? value : []);
  if (value !== undefined && isPerSite(value)) return [];
  const current =
    question.type === 'single'
      ? Math.max(0, ...question.options.filter((o) => chosen.has(o.id)).map((o) => o.points ?? 0))
      : 0;
  return question.options
    .filter((option) => !chosen.has(option.id) && (option.points ?? 0) > current)
    .toSorted((a, b) => (a.points ?? 0) - (b.points ?? 0))
    .map((option) => option.id);
}
