import type { Answers, AnswerValue, ConsentValue } from './answers.js';
import type { Condition, SiteQuantifier, Ternary } from './condition.js';
import { allOf, anyOf, atLeast, compareInterval, not } from './ternary.js';
import { answerOf, figureOf, intervalOf, isNotApplicable, isPerSite, isRecord } from './values.js';

/** A condition made ready: answers in, one of three values out. */
export type Predicate = (answers: Answers) => Ternary;

type ValueTest = (value: AnswerValue) => Ternary;

/**
 * Compiles a condition once, for evaluation over many companies. The answers are those of visible
 * questions, already validated. "Not applicable" makes every question-test unknown, save
 * `answered` and `not-applicable`.
 */
export function compileCondition(condition: Condition): Predicate {
  switch (condition.op) {
    case 'all':
      return joinUntil(condition.of, false);
    case 'any':
      return joinUntil(condition.of, true);
    case 'at-least':
      return countOf(condition.of, condition.count);
    case 'not': {
      const inner = compileCondition(condition.of);
      return (answers) => not(inner(answers));
    }
    default:
      return compileTest(condition);
  }
}

type TestCondition = Exclude<
  Condition,
  { readonly op: 'all' | 'any' | 'at-least' } | { readonly op: 'not' }
>;

function compileTest(condition: TestCondition): Predicate {
  const { question } = condition;
  switch (condition.op) {
    case 'answered':
      return (answers) => answerOf(answers, question) !== undefined;
    case 'not-applicable':
      return notApplicableTest(question, condition.reasons);
    case 'one-of':
      return onValue(question, condition.sites, oneOfTest(condition));
    case 'includes':
      return onValue(question, condition.sites, includesTest(condition));
    case 'consent-given':
      return onValue(question, undefined, (value) => (isConsent(value) ? value.given : undefined));
    case 'compare':
      return onValue(question, condition.sites, (value) => {
        const figure = figureOf(value, condition.item);
        if (figure === undefined) return undefined;
        return compareInterval(intervalOf(figure), condition.with, condition.value);
      });
  }
}

function isConsent(value: AnswerValue): value is ConsentValue {
  return isRecord(value) && typeof (value as { given?: unknown }).given === 'boolean';
}

/** "And" ends at the first false, "or" at the first true; an unknown on the way leaves it unknown. */
function joinUntil(parts: readonly Condition[], end: boolean): Predicate {
  const predicates = parts.map(compileCondition);
  return (answers) => {
    let result: Ternary = !end;
    for (const predicate of predicates) {
      const value = predicate(answers);
      if (value === end) return end;
      if (value === undefined) result = undefined;
    }
    return result;
  };
}

function countOf(parts: readonly Condition[], count: number): Predicate {
  const predicates = parts.map(compileCondition);
  return (answers) =>
    atLeast(
      count,
      predicates.map((predicate) => predicate(answers)),
    );
}

function notApplicableTest(question: string, reasons: readonly string[] | undefined): Predicate {
  return (answers) => {
    const value = answerOf(answers, question);
    if (value === undefined) return undefined;
    if (!isNotApplicable(value)) return false;
    return reasons === undefined || reasons.includes(value.notApplicable);
  };
}

function oneOfTest({ values }: Extract<Condition, { op: 'one-of' }>): ValueTest {
  const wanted = new Set(values);
  return (value) => wanted.has(value as string);
}

function includesTest(condition: Extract<Condition, { op: 'includes' }>): ValueTest {
  const wanted = new Set(condition.values);
  const count = condition.count ?? 1;
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    let found = 0;
    for (const option of value as readonly string[]) if (wanted.has(option)) found += 1;
    return found >= count;
  };
}

function onValue(
  question: string,
  quantifier: SiteQuantifier | undefined,
  test: ValueTest,
): Predicate {
  return (answers) => {
    const value = answerOf(answers, question);
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) return test(value);
    if (isNotApplicable(value)) return undefined;
    if (!isPerSite(value)) return test(value);
    const bySite = Object.values(value.sites).map(test);
    return quantifier === 'some' ? anyOf(bySite) : allOf(bySite);
  };
}

/** The ids of the questions that a condition reads. */
export function questionsOf(condition: Condition): readonly string[] {
  if (condition.op === 'not') return questionsOf(condition.of);
  if ('of' in condition) return condition.of.flatMap(questionsOf);
  return [condition.question];
}
