import { describe, type Finding } from '@sukoyaka/survey';
import type { View } from '../view.js';
import { type Phrase, same, say } from '../words/phrase.js';
import { shortQuestion } from '../words/question.js';

/** Something that the company is asked to look at again. */
export interface Warning {
  readonly finding: Finding;
  readonly question: Phrase;
  readonly reason: Phrase;
  readonly remedy: Phrase;
}

/** The warnings of the answer sheet in words. */
export function warningsOf({ survey, evaluation }: View): readonly Warning[] {
  return evaluation.warnings.map((finding) => {
    const inWords =
      (part: 'reason' | 'remedy'): Phrase =>
      (language) =>
        describe([finding], survey, language)[0]?.[part] ?? '';
    const { question: id } = finding;
    const question = id === null ? undefined : survey.question(id);
    const about = id === null ? say('warnings.sheet') : same(id);
    return {
      finding,
      question: question ? shortQuestion(question) : about,
      reason: inWords('reason'),
      remedy: inWords('remedy'),
    };
  });
}
