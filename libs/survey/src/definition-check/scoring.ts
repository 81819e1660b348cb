import type { Question, QuestionScoring } from '../definition.js';
import type { Report } from './fault.js';

/** Checks that a question's scoring fits its type and that its maximum can be reached exactly. */
export function checkScoring(question: Question, report: Report): void {
  const { scoring } = question;
  if (!scoring) {
    if (question.type === 'single' || question.type === 'multiple') checkNoPoints(question, report);
    return;
  }
  if (question.tags.subItem === null) report('no-sub-item');
  if (!(scoring.max > 0)) report('max-not-positive');
  const reachable = reach(question, scoring, report);
  if (reachable !== undefined && reachable !== scoring.max) {
    report('max-not-reached', { reachable, max: scoring.max });
  }
}

type Choice = Extract<Question, { readonly type: 'single' | 'multiple' }>;

function checkNoPoints(question: Choice, report: Report): void {
  if (question.options.some((option) => option.points)) report('points-without-scoring');
}

/** The most points that the scoring can give; undefined when it does not fit the question. */
function reach(question: Question, scoring: QuestionScoring, report: Report): number | undefined {
  switch (scoring.by) {
    case 'options':
      return reachOfOptions(question, scoring.max, report);
    case 'progress':
      if (question.type !== 'yes-progress-no') return misfit(scoring.by, report);
      if (scoring.inProgress < 0 || scoring.inProgress >= scoring.max) report('in-progress-range');
      return scoring.max;
    case 'steps':
      return reachOfSteps(question, scoring, report);
    case 'years-measured': {
      if (question.type !== 'year-table') return misfit(scoring.by, report);
      const items = new Set(question.items.map(({ id }) => id));
      if (scoring.items.length === 0 || scoring.items.some((item) => !items.has(item))) {
        report('years-measured-items');
      }
      return Math.min(scoring.max, scoring.perYear * question.years);
    }
    case 'presence':
      return scoring.max;
  }
}

function misfit(by: string, report: Report): undefined {
  report('scoring-misfit', { by });
}

function reachOfOptions(question: Question, max: number, report: Report): number | undefined {
  if (question.type !== 'single' && question.type !== 'multiple') return misfit('options', report);
  const points = question.options.map((option) => option.points ?? 0);
  if (points.some((value) => value < 0)) report('negative-points');
  if (question.type === 'single') return Math.max(...points);
  if (question.options.some((o) => o.exclusive && o.points)) report('exclusive-points');
  const best = points.toSorted((a, b) => b - a).slice(0, question.maxSelected ?? points.length);
  return Math.min(
    max,
    best.reduce((sum, value) => sum + value, 0),
  );
}

function reachOfSteps(
  question: Question,
  scoring: Extract<QuestionScoring, { readonly by: 'steps' }>,
  report: Report,
): number | undefined {
  const isTable = question.type === 'year-table';
  if (!isTable && question.type !== 'number' && question.type !== 'percentage') {
    return misfit('steps', report);
  }
  if (isTable !== (scoring.item !== undefined)) report('steps-item');
  if (isTable && !question.items.some(({ id }) => id === scoring.item))
    report('unknown-table-item', {
      op: 'steps',
      question: question.id,
      item: scoring.item ?? '',
    });
  const sign = scoring.direction === 'higher-is-better' ? 1 : -1;
  scoring.steps.forEach((step, index) => {
    const before = scoring.steps[index - 1];
    if (before && (sign * (step.at - before.at) <= 0 || step.points <= before.points)) {
      report('steps-order');
    }
  });
  return scoring.steps.at(-1)?.points;
}
