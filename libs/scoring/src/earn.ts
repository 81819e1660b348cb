import {
  type AnswerValue,
  figureOf,
  intervalOf,
  type Question,
  type QuestionScoring,
  type YearTableValue,
} from '@sukoyaka/survey';

/**
 * What a plain answer earns. `points` are certain; `open` could still come once an unknown is known
 * (a rate published only as "90 % or more", a table without the item). points + open ≤ max.
 */
export interface Earning {
  readonly state: 'answered';
  readonly points: number;
  readonly open: number;
  readonly excluded: 0;
}

export type Earn = (value: AnswerValue) => Earning;

/** Compiles a question's scoring for answers that are neither N/A nor per site. */
export function compileEarning(question: Question, scoring: QuestionScoring): Earn {
  switch (scoring.by) {
    case 'options':
      return optionEarning(question, scoring.max);
    case 'progress':
      return (value) => certain(progressPoints(value, scoring));
    case 'steps':
      return stepEarning(scoring);
    case 'years-measured':
      return (value) => certain(yearPoints(value, scoring));
    case 'presence': {
      const given = certain(scoring.max);
      return () => given;
    }
  }
}

/** One object for each number of points: a wave of companies shares them. */
const KNOWN = new Map<number, Earning>();

function certain(points: number): Earning {
  const known = KNOWN.get(points);
  if (known) return known;
  const earning: Earning = { state: 'answered', points, open: 0, excluded: 0 };
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(points, earning);
  return earning;
}

const MOST_KNOWN = 1000;

/** Some points, and some that hang on what is not known. */
export function partly(points: number, open: number): Earning {
  return { state: 'answered', points, open, excluded: 0 };
}

/** Points by option id of a single or multiple question. */
export function optionPoints(question: Question): ReadonlyMap<string, number> {
  if (question.type !== 'single' && question.type !== 'multiple') return new Map();
  return new Map(question.options.map((option) => [option.id, option.points ?? 0]));
}

function optionEarning(question: Question, max: number): Earn {
  const points = optionPoints(question);
  if (question.type === 'single') {
    return (value) => certain(points.get(value as string) ?? 0);
  }
  return (value) => {
    const chosen = value as readonly string[];
    let sum = 0;
    for (let index = 0; index < chosen.length; index += 1)
      sum += points.get(chosen[index] ?? '') ?? 0;
    return certain(Math.min(sum, max));
  };
}

type Scoring<B extends QuestionScoring['by']> = Extract<QuestionScoring, { readonly by: B }>;

export function progressPoints(value: AnswerValue, scoring: Scoring<'progress'>): number {
  if (value === 'yes') return scoring.max;
  return value === 'in-progress' ? scoring.inProgress : 0;
}

function stepEarning(scoring: Scoring<'steps'>): Earn {
  const pointsAt = staircase(scoring);
  const { item, max } = scoring;
  const up = scoring.direction === 'higher-is-better';
  return (value) => {
    const figure = figureOf(value, item);
    if (figure === undefined) return partly(0, max);
    const { low, high } = intervalOf(figure);
    if (low === high) return certain(pointsAt(low));
    const points = pointsAt(up ? low : high);
    return partly(points, pointsAt(up ? high : low) - points);
  };
}

/** The points of the best step that a figure reaches; 0 below the first. */
function staircase({ steps, direction }: Scoring<'steps'>): (figure: number) => number {
  // Turned so that more is better; from the hardest step down, the first one reached is the best.
  const sign = direction === 'higher-is-better' ? 1 : -1;
  const limits = Float64Array.from(steps, (step) => sign * step.at);
  const points = Float64Array.from(steps, (step) => step.points);
  return (figure) => {
    const turned = sign * figure;
    for (let index = limits.length - 1; index >= 0; index -= 1) {
      if (turned >= (limits[index] ?? Infinity)) return points[index] ?? 0;
    }
    return 0;
  };
}

/** The years that have every item that counts, ascending. */
export function measuredYears(
  value: AnswerValue,
  scoring: Scoring<'years-measured'>,
): readonly string[] {
  const table = value as YearTableValue;
  return Object.keys(table).filter((year) => {
    const row = table[year] ?? {};
    for (const item of scoring.items) if (row[item] === undefined) return false;
    return true;
  });
}

export function yearPoints(value: AnswerValue, scoring: Scoring<'years-measured'>): number {
  return Math.min(measuredYears(value, scoring).length * scoring.perYear, scoring.max);
}
