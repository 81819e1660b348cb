import {
  type AnswerValue,
  figureOf,
  intervalOf,
  isRecord,
  type Question,
  type QuestionScoring,
} from '@sukoyaka/survey';

/**
 * What a plain answer earns. `points` are certain; `open` could still come once an unknown is known
 * (a rate published only as "90 % or more", a table without the item). points + open ≤ max.
 */
export interface Earning {
  readonly points: number;
  readonly open: number;
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
    case 'presence':
      return () => certain(scoring.max);
  }
}

function certain(points: number): Earning {
  return { points, open: 0 };
}

/** Points by option id of a single or multiple question. */
export function optionPoints(question: Question): ReadonlyMap<string, number> {
  if (question.type !== 'single' && question.type !== 'multiple') return new Map();
  return new Map(question.options.map((option) => [option.id, option.points ?? 0]));
}

function optionEarning(question: Question, max: number): Earn {
  const points = optionPoints(question);
  if (question.type === 'single') return (value) => certain(points.get(value as string) ?? 0);
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
  return (value) => {
    const figure = figureOf(value, scoring.item);
    if (figure === undefined) return { points: 0, open: scoring.max };
    const { low, high } = intervalOf(figure);
    if (low === high) return certain(stepPoints(low, scoring));
    const up = scoring.direction === 'higher-is-better';
    const points = stepPoints(up ? low : high, scoring);
    return { points, open: stepPoints(up ? high : low, scoring) - points };
  };
}

/** The points of the best step that `figure` reaches; 0 below the first. */
export function stepPoints(figure: number, scoring: Scoring<'steps'>): number {
  const up = scoring.direction === 'higher-is-better';
  // From the hardest step down: the first one reached is the best.
  for (let index = scoring.steps.length - 1; index >= 0; index -= 1) {
    const step = scoring.steps[index];
    if (step && (up ? figure >= step.at : figure <= step.at)) return step.points;
  }
  return 0;
}

/** The years that have every item that counts, ascending. */
export function measuredYears(
  value: AnswerValue,
  scoring: Scoring<'years-measured'>,
): readonly string[] {
  if (!isRecord(value)) return [];
  return Object.keys(value).filter((year) => {
    const row = (value as Readonly<Record<string, unknown>>)[year];
    return isRecord(row) && scoring.items.every((item) => Object.hasOwn(row, item));
  });
}

export function yearPoints(value: AnswerValue, scoring: Scoring<'years-measured'>): number {
  return Math.min(measuredYears(value, scoring).length * scoring.perYear, scoring.max);
}
