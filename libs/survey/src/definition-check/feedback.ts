import type { Edition, Question } from '../definition.js';
import type { DefinitionFault } from './fault.js';

type Fits = (question: Question) => boolean;

const any: Fits = () => true;
const isRates: Fits = (question) =>
  question.type === 'year-table' && question.items.some(({ kind }) => kind === 'percentage');
const isChoice: Fits = ({ type }) => type === 'single';
const isText: Fits = ({ type }) => type === 'text';

/** Checks that a feedback plan names questions of the edition that can be shown as it wants. */
export function checkFeedback(edition: Edition): readonly DefinitionFault[] {
  const { feedback } = edition;
  if (!feedback) return [];
  const questions = new Map(
    edition.sections.flatMap((section) => section.questions.map((each) => [each.id, each])),
  );
  const parts: readonly (readonly [string, readonly string[], Fits])[] = [
    ['strategy', feedback.strategy, any],
    ['disclosure', feedback.disclosure, any],
    ['board', feedback.board, any],
    ['participation', feedback.participation, isRates],
    ['issues', feedback.issues.map(({ theme }) => theme), isChoice],
    [
      'issues',
      feedback.issues.flatMap((each) => [each.problem, each.measure, each.effect]),
      isText,
    ],
  ];
  return parts.flatMap(([part, ids, fits]) =>
    ids.flatMap((id) => {
      const question = questions.get(id);
      if (question && fits(question)) return [];
      const code = question ? 'feedback-type' : 'feedback-question';
      return [{ at: `feedback/${part}`, code, params: { question: id } }];
    }),
  );
}
