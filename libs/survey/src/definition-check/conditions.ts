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
    if (condition.of.length === 0) report(`"${condition.op}" of nothing`);
    if (condition.op === 'at-least' && condition.count > condition.of.length) {
      report(`at least ${condition.count} of only ${condition.of.length} conditions`);
    }
    for (const part of condition.of) checkCondition(part, questions, report);
    return;
  }
  const question = questions.get(condition.question);
  if (!question) report(`refers to "${condition.question}", which is not asked before`);
  else checkTest(condition, question, report);
}

type Test = Extract<Condition, { readonly question: string }>;

function checkTest(condition: Test, question: Question, report: Report): void {
  const about = (fault: string): void => report(`${condition.op} on "${question.id}": ${fault}`);
  switch (condition.op) {
    case 'one-of':
      if (!['single', 'yes-progress-no'].includes(question.type)) about('needs a single choice');
      return checkValues(condition.values, question, about);
    case 'includes':
      if (question.type !== 'multiple') about('needs a multiple choice');
      if ((condition.count ?? 1) > condition.values.length) about('asks for more than it lists');
      return checkValues(condition.values, question, about);
    case 'consent-given':
      if (question.type !== 'consent') about('needs a consent');
      return;
    case 'compare':
      return checkComparison(condition.item, question, about);
    case 'not-applicable': {
      const reasons = question.notApplicable?.reasons.map(({ id }) => id) ?? [];
      if (reasons.length === 0) about('has no "not applicable"');
      const stray = condition.reasons?.filter((reason) => !reasons.includes(reason)) ?? [];
      if (stray.length > 0) about(`unknown reasons ${stray.join(', ')}`);
      return;
    }
    case 'answered':
      return;
  }
}

function checkValues(values: readonly string[], question: Question, about: Report): void {
  const known = optionIds(question);
  const stray = values.filter((value) => !known.includes(value));
  if (values.length === 0) about('lists no values');
  if (stray.length > 0) about(`unknown options ${stray.join(', ')}`);
}

function checkComparison(item: string | undefined, question: Question, about: Report): void {
  if (question.type === 'year-table') {
    if (!question.items.some(({ id }) => id === item)) about(`unknown item "${item ?? ''}"`);
  } else if (question.type !== 'number' && question.type !== 'percentage') about('needs a figure');
  else if (item !== undefined) about('has no items');
}

/** The values that a choice can hold. */
export function optionIds(question: Question): readonly string[] {
  if (question.type === 'yes-progress-no') return ['yes', 'in-progress', 'no'];
  if (question.type !== 'single' && question.type !== 'multiple') return [];
  return question.options.map(({ id }) => id);
}
