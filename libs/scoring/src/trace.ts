import {
  type Answers,
  answerOf,
  type AnswerValue,
  figureOf,
  intervalOf,
  isNotApplicable,
  isPerSite,
  type Organisation,
} from '@sukoyaka/survey';
import type { CompiledScoring } from './compile.js';
import { measuredYears, optionPoints, progressPoints } from './earn.js';
import { type QuestionState, type ScoredQuestion, siteShares } from './outcome.js';

/** How one question came to its points: the path from the answer to every sum that it counts for. */
export interface TraceEntry {
  readonly question: string;
  readonly state: QuestionState;
  /** Where the points come from; they add up to `points`. */
  readonly parts: readonly TracePart[];
  readonly points: number;
  readonly open: number;
  readonly excluded: number;
  readonly max: number;
  readonly countsFor: {
    readonly side: string;
    readonly subItem: string;
    readonly healthIssues: readonly string[];
    readonly valuePropositions: Readonly<Record<string, number>>;
  };
}

export type TracePart =
  | { readonly kind: 'option'; readonly option: string; readonly points: number }
  /** Options brought more than the question's maximum: the negative rest. */
  | { readonly kind: 'cap'; readonly points: number }
  | { readonly kind: 'progress'; readonly answer: string; readonly points: number }
  | {
      readonly kind: 'figure';
      readonly low: number;
      readonly high: number;
      readonly points: number;
    }
  | { readonly kind: 'year'; readonly year: string; readonly points: number }
  | { readonly kind: 'given'; readonly points: number }
  | { readonly kind: 'not-applicable'; readonly reason: string; readonly points: number }
  | {
      readonly kind: 'site';
      readonly site: string;
      readonly share: number;
      readonly points: number;
    };

/** The complete trace, in the order of the survey, of the answers of visible questions. */
export function trace(
  scoring: CompiledScoring,
  answers: Answers,
  organisation?: Organisation,
): readonly TraceEntry[] {
  const sides = new Map(scoring.structure.subItems.map(({ id, pillar }) => [id, pillar]));
  return scoring.questions.map((scored) => {
    const outcome = scored.settle(answers, organisation);
    const { question, subItem, max } = scored;
    const value = answerOf(answers, question.id);
    const shown = outcome.state === 'answered' || outcome.state === 'not-applicable';
    return {
      question: question.id,
      ...outcome,
      parts:
        shown && value !== undefined ? partsOf(scored, value, outcome.points, organisation) : [],
      max,
      countsFor: {
        side: sides.get(subItem) ?? '',
        subItem,
        healthIssues: question.tags.healthIssues,
        valuePropositions: question.tags.valuePropositions,
      },
    };
  });
}

function partsOf(
  scored: ScoredQuestion,
  value: AnswerValue,
  points: number,
  organisation: Organisation | undefined,
): readonly TracePart[] {
  if (isPerSite(value)) return siteParts(scored, value.sites, organisation);
  if (isNotApplicable(value)) {
    return [{ kind: 'not-applicable', reason: value.notApplicable, points }];
  }
  const { scoring, question } = scored;
  switch (scoring.by) {
    case 'options':
      return optionParts(
        typeof value === 'string' ? [value] : (value as readonly string[]),
        scored,
      );
    case 'progress':
      return [
        { kind: 'progress', answer: value as string, points: progressPoints(value, scoring) },
      ];
    case 'steps': {
      const figure = figureOf(value, scoring.item);
      if (figure === undefined) return [];
      const { low, high } = intervalOf(figure);
      return [{ kind: 'figure', low, high, points }];
    }
    case 'years-measured': {
      const counted = measuredYears(value, scoring).slice(
        -Math.ceil(scoring.max / scoring.perYear),
      );
      return spread(counted, scoring.perYear, scoring.max);
    }
    case 'presence':
      return [{ kind: 'given', points: question.scoring?.max ?? 0 }];
  }
}

function optionParts(chosen: readonly string[], { question, max }: ScoredQuestion): TracePart[] {
  const worth = optionPoints(question);
  const parts: TracePart[] = chosen.map((option) => ({
    kind: 'option',
    option,
    points: worth.get(option) ?? 0,
  }));
  const sum = parts.reduce((total, part) => total + part.points, 0);
  return sum > max ? [...parts, { kind: 'cap', points: max - sum }] : parts;
}

function spread(years: readonly string[], perYear: number, max: number): TracePart[] {
  let rest = max;
  return years.map((year) => {
    const points = Math.min(perYear, rest);
    rest -= points;
    return { kind: 'year', year, points };
  });
}

function siteParts(
  scored: ScoredQuestion,
  values: Readonly<Record<string, AnswerValue>>,
  organisation: Organisation | undefined,
): readonly TracePart[] {
  return siteShares(values, organisation).flatMap(({ site, share }) => {
    const value = Object.hasOwn(values, site) ? values[site] : undefined;
    if (value === undefined) return [];
    const { points } = scored.earn(value);
    return [{ kind: 'site' as const, site, share, points: share * points }];
  });
}
