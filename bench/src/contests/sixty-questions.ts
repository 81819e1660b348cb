import { openCatalogue } from '@sukoyaka/catalogue';
import {
  type Answers,
  type AnswerValue,
  type Edition,
  type MultipleQuestion,
  type NumberQuestion,
  type Question,
  type SingleQuestion,
  type TextQuestion,
} from '@sukoyaka/survey';
import { arbitraryAnswer } from '@sukoyaka/testing/answers';
import fc from 'fast-check';

/** Question types that both validators know, so that the work is the same. */
export type PlainQuestion = SingleQuestion | MultipleQuestion | NumberQuestion | TextQuestion;

const PLAIN = new Set(['single', 'multiple', 'number', 'text']);

/** The first sixty plain questions of the large edition, each mandatory, none conditional. */
export function sixtyQuestions(): readonly PlainQuestion[] {
  const { sections } = openCatalogue().edition('jp-hpm-large/2026');
  return sections
    .flatMap((section) => section.questions)
    .filter((question): question is PlainQuestion => isPlain(question))
    .slice(0, 60);
}

function isPlain(question: Question): boolean {
  return PLAIN.has(question.type) && !question.perSite;
}

export function sixtyQuestionEdition(): Edition {
  const edition = openCatalogue().edition('jp-hpm-large/2026');
  const questions = sixtyQuestions().map(({ when: _, notApplicable: __, ...question }) => ({
    ...question,
    mandatory: true,
  }));
  return {
    ...edition,
    sections: [{ ...edition.sections[0]!, questions }],
  };
}

/** 200 sheets: half of them right, half with faults that both validators look for. */
export function sheets(): readonly Answers[] {
  const questions = sixtyQuestions();
  const { years } = openCatalogue().edition('jp-hpm-large/2026');
  const fields = questions.map(({ notApplicable: _, ...q }) => [q.id, arbitraryAnswer(q, years)]);
  const drawn = fc.sample(fc.record(Object.fromEntries(fields) as never), {
    seed: 7,
    numRuns: 200,
  });
  return (drawn as Answers[]).map((answers, index) =>
    index % 2 === 0 ? answers : spoil(answers, questions, index),
  );
}

/** Leaves one out, makes a number too large, a text too long and a choice too rich. */
function spoil(answers: Answers, questions: readonly PlainQuestion[], index: number): Answers {
  const spoilt: Record<string, AnswerValue> = { ...answers };
  for (const question of questions) {
    if (question.type === 'number') spoilt[question.id] = question.max + 1;
    if (question.type === 'text') spoilt[question.id] = 'x'.repeat(question.maxLength + 1);
    if (question.type === 'multiple' && question.maxSelected) {
      const open = question.options.filter((option) => !option.exclusive);
      spoilt[question.id] = open.slice(0, question.maxSelected + 1).map((option) => option.id);
    }
  }
  delete spoilt[questions[index % questions.length]!.id];
  return spoilt;
}
