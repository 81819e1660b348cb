import type { Condition } from '../condition.js';
import type { Question } from '../definition.js';
import type { Report } from './fault.js';

/** Checks that every question, option and item that a condition names exists and fits its operator. */
export function checkCondition(
  condition: Condition,
  questions: ReadonlyMap<string, Question>,
  report: Report,
): void {
  if (condition.op === 'not') return checkCondition(condition.of, questions, report);
  if ('of' in condition) {
    if (condition.of.length === 0) report('condition-empty', { op: condition.op });
    if (condition.op === 'at-least' && condition.count > condition.of.length) {
      report('condition-count', { count: condition.count, of: condition.of.length });
    }
    for (const part of condition.of) checkCondition(part, questions, report);
    return;
  }
  const question = questions.get(condition.question);
  if (!question) report('question-not-before', { question: condition.question });
  else checkTest(condition, question, report);
}

type Test = Extract<Condition, { readonly question: string }>;

function checkTest(condition: Test, question: Question, report: Report): void {
  const about: Report = (code, params = {}) =>
    report(code, { op: condition.op, question: question.id, ...params });
  switch (condition.op) {
    case 'one-of':
      if (!['single', 'yes-progress-no'].includes(question.type)) about('needs-single');
      return checkValues(condition.values, question, about);
    case 'includes':
      if (question.type !== 'multiple') about('needs-multiple');
      if ((condition.count ?? 1) > condition.values.length) about('asks-too-many');
      return checkValues(condition.values, question, about);
    case 'consent-given':
      if (question.type !== 'consent') about('needs-consent');
      return;
    case 'compare':
      return checkComparison(condition.item, question, about);
    case 'not-applicable': {
      const reasons = question.notApplicable?.reasons.map(({ id }) => id) ?? [];
      if (reasons.length === 0) about('no-not-applicable');
      const stray = condition.reasons?.filter((reason) => !reasons.includes(reason)) ?? [];
      if (stray.length > 0) about('unknown-reasons', { reasons: stray.join(', ') });
      return;
    }
    case 'answered':
      return;
  }
}

function checkValues(values: readonly string[], question: Question, about: Report): void {
  const known = optionIds(question);
  const stray = values.filter((value) => !known.includes(value));
  if (values.length === 0) about('no-values');
  if (stray.length > 0) about('unknown-options', { options: stray.join(', ') });
}

function checkComparison(item: string | undefined, question: Question, about: Report): void {
  if (question.type === 'year-table') {
    if (!question.items.some(({ id }) => id === item))
      about('unknown-table-item', { item: item ?? '' });
  } else if (question.type !== 'number' && question.type !== 'percentage') about('needs-figure');
  else if (item !== undefined) about('no-items');
}

/** The values that a choice can hold. */
export function optionIds(question: Question): readonly string[] {
  if (question.type === 'yes-progress-no') return ['yes', 'in-progress', 'no'];
  if (question.type !== 'single' && question.type !== 'multiple') return [];
  return question.options.map(({ id }) => id);
}
