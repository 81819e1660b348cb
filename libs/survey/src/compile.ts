import type { Locale } from '@sukoyaka/kernel';
import type { AnswerSheet, Answers, AnswerValue } from './answers.js';
import { checkOrganisation } from './check/organisation.js';
import { type PeopleChecker, peopleChecker } from './check/people.js';
import { checkPeriod } from './check/period.js';
import { type AnswerChecker, answerChecker, type SheetContext } from './check/question.js';
import { wrongShape } from './check/checker.js';
import { compileCondition, type Predicate } from './compile-condition.js';
import type { Edition, Question } from './definition.js';
import { describe } from './describe.js';
import { Findings, type Finding, inShort, type Problem, shorten } from './problem.js';
import { isRecord } from './values.js';

/** The outcome of checking answers. `valid` speaks of what is there, `complete` of what is missing. */
export interface Validation<P extends Finding = Problem> {
  /** No error: everything that was answered could be an answer. */
  readonly valid: boolean;
  /** Every visible mandatory question is answered. */
  readonly complete: boolean;
  /** Ids of visible mandatory questions without an answer, in the order of the survey. */
  readonly missing: readonly string[];
  readonly problems: readonly P[];
}

interface CompiledQuestion {
  readonly question: Question;
  readonly visible: Predicate | null;
  readonly check: AnswerChecker;
}

const NO_SITES: SheetContext = { sites: null };
const SHEET_KEYS = ['edition', 'organisation', 'answers', '$guide', '$schema'];

/** Makes an edition ready for any number of sheets. Compile once, use everywhere. */
export function compile(edition: Edition): CompiledSurvey {
  return new CompiledSurvey(edition);
}

export class CompiledSurvey {
  /** Every question in the order in which it is asked. */
  readonly questions: readonly Question[];
  private readonly compiled: ReadonlyMap<string, CompiledQuestion>;
  private readonly checkPeople: PeopleChecker;

  constructor(readonly edition: Edition) {
    this.questions = edition.sections.flatMap((section) => section.questions);
    this.compiled = new Map(
      this.questions.map((question) => [question.id, compileQuestion(question, edition)]),
    );
    this.checkPeople = peopleChecker(edition, this.questions);
  }

  question(id: string): Question | undefined {
    return this.compiled.get(id)?.question;
  }

  /**
   * Checks answers by question id and says in `locale` what is wrong, why, and what to do.
   * Accepts any JSON value; never throws.
   */
  validate(answers: unknown, locale: Locale): Validation {
    return this.inWords(this.checkAnswers(answers), locale);
  }

  /** Checks a whole answer sheet: edition, organisation with its sites, answers. */
  validateSheet(sheet: unknown, locale: Locale): Validation {
    return this.inWords(this.checkSheet(sheet), locale);
  }

  /** As `validate`, without words: codes and their values. */
  checkAnswers(answers: unknown, context: SheetContext = NO_SITES): Validation<Finding> {
    const out = new Findings();
    return this.conclude(this.collect(answers, context, out), out);
  }

  /** As `validateSheet`, without words. */
  checkSheet(sheet: unknown): Validation<Finding> {
    const out = new Findings();
    if (!isRecord(sheet)) {
      out.error('sheet-not-an-object');
      return this.conclude([], out);
    }
    for (const key of Object.keys(sheet)) {
      if (!SHEET_KEYS.includes(key)) out.error('sheet-unknown-key', { key: shorten(key) });
    }
    this.checkEditionId(sheet['edition'], out);
    let missing: readonly string[] = [];
    const sites = this.checkOrganisation(sheet, out);
    out.within('answers', () => {
      missing = this.collect(sheet['answers'], { sites, ...employeesOf(sheet) }, out);
    });
    return this.conclude(missing, out);
  }

  /**
   * The answers that count: without those of hidden questions. The same object when none is hidden.
   * An answer whose condition is not known yet counts: what a company states is not lost because it
   * left an earlier question out.
   */
  effective(answers: Answers): Answers {
    let effective = answers;
    for (const [id, { visible }] of this.compiled) {
      if (visible === null || !Object.hasOwn(effective, id) || visible(effective) !== false)
        continue;
      effective = without(effective, id);
    }
    return effective;
  }

  /** Ids of the questions that are asked, or answered before it is known that they are, in order. */
  visible(answers: Answers): readonly string[] {
    const effective = this.effective(answers);
    return this.questions.map(({ id }) => id).filter((id) => this.shows(id, effective));
  }

  private shows(id: string, effective: Answers): boolean {
    const visible = this.compiled.get(id)?.visible ?? null;
    return visible === null || visible(effective) === true || Object.hasOwn(effective, id);
  }

  private checkEditionId(id: unknown, out: Findings): void {
    const expected = this.edition.id;
    if (id === undefined) out.error('sheet-without-edition', { expected });
    else if (id !== expected) {
      const found = typeof id === 'string' ? shorten(id) : inShort(id);
      out.error('sheet-wrong-edition', { found, expected });
    }
  }

  private checkOrganisation(
    sheet: Readonly<Record<string, unknown>>,
    out: Findings,
  ): ReadonlySet<string> | null {
    if (!Object.hasOwn(sheet, 'organisation')) return null;
    let sites: ReadonlySet<string> | null = null;
    out.within('organisation', () => {
      sites = checkOrganisation(sheet['organisation'], out);
    });
    return sites;
  }

  /** Reports every fault of the answers; gives back the mandatory questions still open. */
  private collect(answers: unknown, context: SheetContext, out: Findings): readonly string[] {
    if (!isRecord(answers)) {
      if (answers === undefined) out.error('answers-not-an-object');
      else wrongShape(out, 'answers', answers);
      return [];
    }
    this.reportUnknownQuestions(answers, out);
    const missing: string[] = [];
    let effective = answers as Answers;
    for (const [id, { question, visible, check }] of this.compiled) {
      const answered = Object.hasOwn(answers, id);
      if (!answered && !question.mandatory) continue;
      const shown = visible === null ? true : visible(effective);
      if (!answered) {
        if (shown === true) missing.push(id);
        continue;
      }
      if (shown === false) effective = without(effective, id);
      out.about(id, id, () => {
        if (shown === false) out.error('hidden-answer');
        else check(answers[id], context, out);
      });
    }
    checkPeriod(effective, this.edition, this.questions, out);
    this.checkPeople(effective, context.employees, out);
    return missing;
  }

  private reportUnknownQuestions(answers: Readonly<Record<string, unknown>>, out: Findings): void {
    for (const id of Object.keys(answers)) {
      if (this.compiled.has(id)) continue;
      const named = shorten(id);
      out.about(named, id, () => out.error('unknown-question', { question: named }));
    }
  }

  private conclude(missing: readonly string[], out: Findings): Validation<Finding> {
    const valid = !out.hasError;
    return { valid, complete: valid && missing.length === 0, missing, problems: out.list };
  }

  private inWords(result: Validation<Finding>, locale: Locale): Validation {
    return { ...result, problems: describe(result.problems, this, locale) };
  }
}

function employeesOf(sheet: Readonly<Record<string, unknown>>): Pick<SheetContext, 'employees'> {
  const { organisation } = sheet;
  const employees = isRecord(organisation) ? organisation['employees'] : undefined;
  return typeof employees === 'number' ? { employees } : {};
}

function compileQuestion(question: Question, edition: Edition): CompiledQuestion {
  return {
    question,
    visible: question.when ? guarded(compileCondition(question.when)) : null,
    check: answerChecker(question, edition),
  };
}

/** A condition over answers that are not yet checked: what it can't read is unknown. */
function guarded(predicate: Predicate): Predicate {
  return (answers) => {
    try {
      return predicate(answers);
    } catch {
      return undefined;
    }
  };
}

function without(answers: Answers, id: string): Answers {
  const copy: Record<string, AnswerValue> = { ...answers };
  delete copy[id];
  return copy;
}

/** A sheet that has passed `checkSheet`, typed. */
export function asSheet(sheet: unknown): AnswerSheet {
  return sheet as AnswerSheet;
}
