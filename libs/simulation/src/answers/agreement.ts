import { type Answers, answerOf, isNotApplicable, type Question } from '@sukoyaka/survey';
import type { Company } from '../company.js';
import { canChoose, dutyOf } from '../facts.js';
import { RULES, type Rule } from './rules.js';

/**
 * The question with only those options and reasons that agree with the company and with what it has
 * answered already; null where all that it has answered leaves nothing to say.
 */
export function agreeing(question: Question, company: Company, given: Answers): Question | null {
  const rules = holding(question.id, company, given);
  if (rules.some((rule) => rule.silent)) return null;
  const allowed = ({ id }: { readonly id: string }): boolean =>
    canChoose(id, company) && rules.every((rule) => permits(rule, id));
  return withReasons(withOptions(question, allowed), ({ id }) =>
    rules.every((rule) => rule.except?.includes(id) !== true),
  );
}

function holding(id: string, company: Company, given: Answers): readonly Rule[] {
  const rules = Object.hasOwn(RULES, id) ? (RULES[id] ?? []) : [];
  return rules.filter((rule) => holds(rule, company, given));
}

function holds({ after, said, lacks }: Rule, company: Company, given: Answers): boolean {
  const stated = statedBy(after, company, given);
  if (stated === undefined) return false;
  if (said !== undefined) return said.some((id) => stated.includes(id));
  return lacks === undefined || !lacks.some((id) => stated.includes(id));
}

/** The ids that the answer to `id` names; none for a figure; undefined where it is not answered. */
function statedBy(id: string, company: Company, given: Answers): readonly unknown[] | undefined {
  const value = dutyOf(id, company) ?? answerOf(given, id);
  if (value === undefined) return undefined;
  if (isNotApplicable(value)) return [value.notApplicable];
  const stated: unknown = value;
  return Array.isArray(stated) ? (stated as readonly unknown[]) : [stated];
}

function permits({ only, except }: Rule, option: string): boolean {
  return (only?.includes(option) ?? true) && except?.includes(option) !== true;
}

type Test = (part: { readonly id: string }) => boolean;

/** Without the options that fail the test, unless nothing would be left. */
function withOptions(question: Question, allowed: Test): Question {
  if (question.type !== 'single' && question.type !== 'multiple') return question;
  if (question.options.every(allowed)) return question;
  const options = question.options.filter(allowed);
  return options.length > 0 ? { ...question, options } : question;
}

function withReasons(question: Question, allowed: Test): Question {
  const { notApplicable } = question;
  if (notApplicable === undefined || notApplicable.reasons.every(allowed)) return question;
  const reasons = notApplicable.reasons.filter(allowed);
  return { ...question, notApplicable: { ...notApplicable, reasons } };
}
