import type { Answers, AnswerValue } from './answers.js';
import type { CompiledSurvey } from './compile.js';
import { type DefinitionFault, reportTo } from './definition-check/fault.js';
import { optionIds } from './definition-check/conditions.js';

/**
 * How answers to one version of a survey become answers to another. Questions with the same id
 * carry over as they are; the file names only what differs. On disk:
 * `surveys/<edition>/carry-over/<name>.json`.
 */
export interface CarryOver {
  readonly from: { readonly edition: string; readonly version: string };
  readonly to: { readonly edition: string; readonly version: string };
  /** By old id. `to` null: the question has no successor. */
  readonly questions: Readonly<Record<string, QuestionSuccessor>>;
}

export interface QuestionSuccessor {
  readonly to: string | null;
  /** New option ids by old ones; null: the option has no successor. Others keep their id. */
  readonly options?: Readonly<Record<string, string | null>>;
  readonly note?: string;
}

export interface CarriedAnswers {
  /** Valid in the new survey. A person still has to confirm them. */
  readonly answers: Answers;
  /** What did not come along, by old question id. */
  readonly dropped: readonly { readonly question: string; readonly reason: DropReason }[];
}

/** `no-successor`; `not-valid`: the new question can't hold the old value; `hidden`: not asked any more. */
export type DropReason = 'no-successor' | 'not-valid' | 'hidden';

/** Carries valid answers over to another version. Nothing is guessed: what does not fit is named. */
export function carryOver(
  mapping: CarryOver,
  answers: Answers,
  to: CompiledSurvey,
): CarriedAnswers {
  const carried: Record<string, AnswerValue> = {};
  const origin = new Map<string, string>();
  const dropped: Dropped[] = [];
  for (const [id, value] of Object.entries(answers)) {
    const successor = mapping.questions[id] ?? { to: id };
    const translated = translate(value, successor);
    if (successor.to === null || !to.question(successor.to)) {
      dropped.push({ question: id, reason: 'no-successor' });
    } else if (translated === undefined) dropped.push({ question: id, reason: 'not-valid' });
    else {
      carried[successor.to] = translated;
      origin.set(successor.to, id);
    }
  }
  const settled = settle(carried, to);
  const named = settled.dropped.map(({ question, reason }) => ({
    question: origin.get(question) ?? question,
    reason,
  }));
  return { answers: settled.answers, dropped: [...dropped, ...named] };
}

type Dropped = CarriedAnswers['dropped'][number];

/** Takes away what the survey refuses or no longer asks, until nothing is left to take away. */
function settle(carried: Answers, to: CompiledSurvey): CarriedAnswers {
  const { problems } = to.checkAnswers(carried);
  const refused = new Map<string, DropReason>();
  for (const { severity, question, code } of problems) {
    if (severity === 'warning' || question === null) continue;
    refused.set(question, code === 'hidden-answer' ? 'hidden' : 'not-valid');
  }
  if (refused.size === 0) return { answers: carried, dropped: [] };
  const kept = Object.entries(carried).filter(([id]) => !refused.has(id));
  const rest = settle(Object.fromEntries(kept), to);
  const dropped = [...refused].map(([question, reason]) => ({ question, reason }));
  return { answers: rest.answers, dropped: [...dropped, ...rest.dropped] };
}

function translate(value: AnswerValue, { options }: QuestionSuccessor): AnswerValue | undefined {
  if (!options) return value;
  const successorOf = (option: string): string | null =>
    options[option] ?? (option in options ? null : option);
  if (typeof value === 'string') return successorOf(value) ?? undefined;
  if (!Array.isArray(value)) return value;
  const chosen = (value as readonly string[]).map(successorOf);
  const kept = chosen.filter((option): option is string => option !== null);
  return kept.length > 0 ? kept : undefined;
}

/** Checks that a mapping names questions and options that exist on both sides. */
export function checkCarryOver(
  mapping: CarryOver,
  from: CompiledSurvey,
  to: CompiledSurvey,
): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  for (const [id, successor] of Object.entries(mapping.questions)) {
    const report = reportTo(faults, `carry-over/${id}`);
    const before = from.question(id);
    const after = successor.to === null ? undefined : to.question(successor.to);
    if (!before) report('old-question-missing', { edition: mapping.from.edition });
    if (successor.to !== null && !after) {
      report('new-question-missing', { edition: mapping.to.edition, question: successor.to });
    }
    for (const [old, fresh] of Object.entries(successor.options ?? {})) {
      if (before && !optionIds(before).includes(old)) report('old-option-missing', { option: old });
      if (fresh !== null && after && !optionIds(after).includes(fresh)) {
        report('new-option-missing', { option: fresh });
      }
    }
  }
  return faults;
}
