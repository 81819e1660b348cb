import type { Locale, Localised } from '@sukoyaka/kernel';
import type { NotApplicableValue, Question } from '@sukoyaka/survey';
import { shorten } from './clean.js';
import { localised, type Phrase, same, say } from './phrase.js';

/** Longest question text in a line of a table or sentence, in characters of the script. */
const SHORT = { ja: 60, th: 110, en: 120 } as const;

/** The question's text, cut where it is a paragraph of its own (pledges, consents). */
export function shortQuestion(question: Question): Phrase {
  return (language) => cut(question, question.text[language], SHORT[language], language);
}

/** Longest question in the digest: its full text stands in the questionnaire. */
const REMINDER = { ja: 28, th: 52, en: 58 } as const;

/** How most questions address the reader, which a reminder leaves out. */
const ADDRESS = { ja: /^貴社では、/, th: /^องค์กรของท่าน/, en: /^$/ } as const;

/** The question in a line, to remind a reader who knows it. */
export function reminder(question: Question, limits: Localised<number> = REMINDER): Phrase {
  return (language) => {
    const text = question.text[language].replace(ADDRESS[language], '');
    return cut(question, text, limits[language], language);
  };
}

/** What was cut from the texts of a question: they are the same in every report. */
const cuts = new WeakMap<Question, Map<string, string>>();

function cut(question: Question, text: string, limit: number, language: Locale): string {
  if (text.length <= limit) return text;
  const known = cuts.get(question) ?? new Map<string, string>();
  cuts.set(question, known);
  const key = `${language}/${limit}`;
  const found = known.get(key) ?? shorten(text, limit, language);
  known.set(key, found);
  return found;
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

/** An option's sentence as part of a list: without its full stop. */
function withoutStop(text: Phrase): Phrase {
  return (language) => text(language).replace(/[.。]$/u, '');
}

/** Why a question does not apply, in the words of its reason. */
export function reasonText(question: Question, { notApplicable }: NotApplicableValue): Phrase {
  const reason = question.notApplicable?.reasons.find(({ id }) => id === notApplicable);
  return reason ? localised(reason.text) : same(notApplicable);
}

/** The unit of a question's figure, or of an item of its table. */
export function unitOf(question: Question, item?: string): string {
  if (question.type === 'number') return question.unit;
  if (question.type !== 'year-table') return 'percent';
  const found = question.items.find(({ id }) => id === item);
  return found?.kind === 'number' ? found.unit : 'percent';
}
