import type { OutcomeFigure } from '@sukoyaka/evaluation';
import { figureLabel, indicatorName, instrumentText } from '../facts/outcomes.js';
import { digestOf } from '../facts/digest.js';
import { warningsOf } from '../facts/warnings.js';
import { localGuidance, nextStep } from '../sections/improvements.js';
import type { View } from '../view.js';
import { localised } from '../words/phrase.js';
import { points, type Say, score } from './sentence.js';
import type { TwinAnswer, TwinImprovement, TwinOutcome, TwinWarning } from './types.js';

/** Every visible question with its answer. */
export function twinAnswers(view: View, say: Say): readonly TwinAnswer[] {
  const { answers } = view.evaluation;
  return digestOf(view, 'full').flatMap(({ section, answers: list }) =>
    list.map(({ question, answer, withheld }): TwinAnswer => {
      const value = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
      return {
        section: section.id,
        question: question.id,
        text: say(localised(question.text)),
        state: answer.state === 'own' ? 'answered' : answer.state,
        ...(value === undefined || withheld ? {} : { value }),
        words: 'words' in answer ? say(answer.words) : null,
      };
    }),
  );
}

export function twinImprovements(view: View, say: Say): readonly TwinImprovement[] {
  const { evaluation, survey } = view;
  return evaluation.improvements.flatMap((step) => {
    const question = survey.question(step.question);
    if (!question) return [];
    const { guidance } = localGuidance(question, evaluation.organisation?.country);
    return [
      {
        ...step,
        points: points(step.points),
        overallGain: score(step.overallGain),
        text: say(localised(question.text)),
        words: say(nextStep(step, question)),
        guidance: say(guidance),
      },
    ];
  });
}

export function twinOutcomes(
  { survey }: View,
  figures: readonly OutcomeFigure[],
  say: Say,
): readonly TwinOutcome[] {
  return figures.map((figure) => {
    const instrument = instrumentText(figure, survey);
    return {
      ...figure,
      values: figure.values.map((value) => ({
        ...value,
        value: value.value === null ? null : points(value.value),
      })),
      name: say(indicatorName(figure, survey)),
      label: say(figureLabel(figure, survey)),
      instrumentName: instrument && say(instrument),
    };
  });
}

export function twinWarnings(view: View, say: Say): readonly TwinWarning[] {
  return warningsOf(view).flatMap(({ findings }) =>
    findings.map(({ finding, reason, remedy }) => ({
      code: finding.code,
      question: finding.question,
      path: finding.path,
      reason: say(reason),
      remedy: say(remedy),
    })),
  );
}
