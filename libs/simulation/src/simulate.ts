import {
  type AnswerSheet,
  type AnswerValue,
  compileCondition,
  type Edition,
  type Predicate,
  type Question,
} from '@sukoyaka/survey';
import { answer, type Asked } from './answers/answer.js';
import { createCompany } from './company.js';
import { Random } from './random.js';

export interface SimulationRequest {
  readonly edition: Edition;
  /** How many companies; 0 gives none. */
  readonly companies: number;
  /** Any text or number. The same seed gives the same sheets, whatever the number of companies. */
  readonly seed: string | number;
}

type Step = Asked & { readonly shown: Predicate | null };

/**
 * Plausible answer sheets of synthetic companies, one after the other. Every sheet is valid for the
 * edition and marked synthetic. Company i has random numbers of its own, and so has each of its
 * questions: adding a question leaves the answers to the others as they were.
 */
export function* simulate({ edition, companies, seed }: SimulationRequest): Generator<AnswerSheet> {
  const steps = stepsOf(edition);
  for (let index = 1; index <= companies; index++) {
    yield sheetOf(edition, steps, String(seed), index);
  }
}

function stepsOf({ sections }: Edition): readonly Step[] {
  const questions = sections.flatMap((section) => section.questions);
  return sections.flatMap(({ pillar, questions: asked }) =>
    asked.map((question): Step => {
      const instrumentQuestion = instrumentBehind(question.id, questions);
      return {
        question,
        pillar,
        shown: question.when ? compileCondition(question.when) : null,
        ...(instrumentQuestion === undefined ? {} : { instrumentQuestion }),
      };
    }),
  );
}

/** The instrument question of the figures whose meaning the question `id` asks for. */
function instrumentBehind(id: string, questions: readonly Question[]): string | undefined {
  return questions.find(({ tags }) => tags.measuredBy?.direction === id)?.tags.measuredBy
    ?.instrument;
}

function sheetOf(
  edition: Edition,
  steps: readonly Step[],
  seed: string,
  index: number,
): AnswerSheet {
  const company = createCompany(edition, seed, index);
  const answers: Record<string, AnswerValue> = {};
  for (const step of steps) {
    if (step.shown !== null && step.shown(answers) !== true) continue;
    const random = Random.of(`${seed}/${edition.id}/${index}/${step.question.id}`);
    const value = answer(step, { company, given: answers, random });
    if (value !== undefined) answers[step.question.id] = value;
  }
  return { edition: edition.id, organisation: company.organisation, answers };
}
