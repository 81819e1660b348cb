import type { NotApplicableValue, Question } from '@sukoyaka/survey';
import { localised, type Phrase, same, say } from './phrase.js';

/** What the question is called, to readers who know it or need not see it in full. */
export function labelOf(question: Question): Phrase {
  return localised(question.label);
}

/** The words of an option, also of yes, in progress and no; its id where the question lacks it. */
export function optionText(question: Question, id: string): Phrase {
  if (question.type === 'yes-progress-no') {
    return ['yes', 'in-progress', 'no'].includes(id) ? say(`answer.${id}`) : same(id);
  }
  if (question.type !== 'single' && question.type !== 'multiple') return same(id);
  const option = question.options.find((candidate) => candidate.id === id);
  return option ? withoutStop(localised(option.text)) : same(id);
}

/** Thai sentences end in none: a dot there belongs to an abbreviation. */
const FULL_STOP = { en: /\.$/u, ja: /。$/u, th: /(?!)/u } as const;

/** An option's sentence as part of a list: without its full stop. */
function withoutStop(text: Phrase): Phrase {
  return (language) => text(language).replace(FULL_STOP[language], '');
}

/** Why a question does not apply, in the words of its reason. */
export function reasonText(question: Question, { notApplicable }: NotApplicableValue): Phrase {
  const reason = question.notApplicable?.reasons.find(({ id }) => id === notApplicable);
  return reason ? withoutStop(localised(reason.text)) : same(notApplicable);
}

/** The unit of a question's figure, or of an item of its table. */
export function unitOf(question: Question, item?: string): string {
  if (question.type === 'number') return question.unit;
  if (question.type !== 'year-table') return 'percent';
  const found = question.items.find(({ id }) => id === item);
  return found?.kind === 'number' ? found.unit : 'percent';
}
