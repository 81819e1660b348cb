import { LOCALES } from '@sukoyaka/kernel';
import type { Edition, Question } from '../definition.js';
import { checkCondition } from './conditions.js';
import type { DefinitionFault, Report } from './fault.js';
import { checkFeedback } from './feedback.js';
import { checkScoring } from './scoring.js';

/** Option and item ids may be codes such as THB. */
const ID = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;
const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Checks what a JSON Schema can't: that ids are unique, conditions look back only, scoring fits, and
 * every localised text has exactly the three languages.
 */
export function checkEdition(edition: Edition): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const asked = new Map<string, Question>();
  for (const section of edition.sections) {
    for (const question of section.questions) {
      const at = `${section.id}/${question.id}`;
      checkQuestion(question, asked, (fault) => faults.push({ at, fault }));
      asked.set(question.id, question);
    }
  }
  const { periodEndQuestion } = edition;
  if (periodEndQuestion !== undefined && asked.get(periodEndQuestion)?.type !== 'date') {
    faults.push({ at: 'edition', fault: 'periodEndQuestion names no date question' });
  }
  return [
    ...faults,
    ...checkLabels(edition),
    ...checkFeedback(edition),
    ...checkLocalised(edition, edition.id),
  ];
}

/** A label has to tell its question from every other. */
function checkLabels({ sections }: Edition): readonly DefinitionFault[] {
  const questions = sections.flatMap((section) => section.questions);
  return LOCALES.flatMap((locale) => {
    const seen = new Map<string, string>();
    return questions.flatMap(({ id, label }) => {
      const other = seen.get(label[locale]);
      seen.set(label[locale], id);
      return other ? [{ at: id, fault: `has the same label (${locale}) as ${other}` }] : [];
    });
  });
}

function checkQuestion(
  question: Question,
  asked: ReadonlyMap<string, Question>,
  report: Report,
): void {
  if (!KEBAB.test(question.id)) report('id is not kebab-case');
  if (asked.has(question.id)) report('id is used twice');
  if (question.id in Object.prototype) report('id is a name that every object inherits');
  if (question.when) checkCondition(question.when, asked, (fault) => report(`when: ${fault}`));
  checkScoring(question, report);
  checkParts(question, report);
}

function checkParts(question: Question, report: Report): void {
  if (question.type === 'single' || question.type === 'multiple') {
    const ids = question.options.map(({ id }) => id);
    checkUnique(ids, 'option', report);
    if (question.type === 'single' && question.options.some((option) => option.exclusive)) {
      report('exclusive is for multiple choice');
    }
  }
  if (question.type === 'year-table') {
    const ids = question.items.map(({ id }) => id);
    checkUnique(ids, 'item', report);
    for (const { item, atMost } of question.checks ?? []) {
      if (!ids.includes(item) || !ids.includes(atMost)) report('checks name unknown items');
    }
    const stray = Object.keys(question.tags.indicators ?? {}).filter((item) => !ids.includes(item));
    if (stray.length > 0) report(`indicators name unknown items ${stray.join(', ')}`);
  }
}

function checkUnique(ids: readonly string[], what: string, report: Report): void {
  if (new Set(ids).size !== ids.length) report(`${what} ids are not unique`);
  for (const id of ids) if (!ID.test(id)) report(`${what} id "${id}" is malformed`);
}

/** Every object that has one of the three languages has exactly these, none of them blank. */
export function checkLocalised(value: unknown, at: string): readonly DefinitionFault[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  if (!Array.isArray(value) && keys.some((key) => (LOCALES as readonly string[]).includes(key))) {
    return checkLanguages(value as Readonly<Record<string, unknown>>, at);
  }
  return keys.flatMap((key) =>
    checkLocalised((value as Readonly<Record<string, unknown>>)[key], `${at}/${key}`),
  );
}

const SCRIPT = {
  th: /\p{Script=Thai}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
};

function checkLanguages(
  text: Readonly<Record<string, unknown>>,
  at: string,
): readonly DefinitionFault[] {
  const faults: string[] = [];
  const strays = Object.keys(text).filter((key) => !(LOCALES as readonly string[]).includes(key));
  if (strays.length > 0) faults.push(`has more than the three languages: ${strays.join(', ')}`);
  for (const locale of LOCALES) {
    const words = text[locale];
    if (typeof words !== 'string' || words.trim() === '') faults.push(`has no ${locale}`);
    else if (words !== words.normalize('NFC')) faults.push(`${locale} is not in normal form C`);
  }
  for (const locale of ['th', 'ja'] as const) {
    const words = String(text[locale]);
    if (/\p{L}{4}/u.test(words) && !SCRIPT[locale].test(words) && words === text['en']) {
      if (/\s/.test(words)) faults.push(`${locale} equals the English text`);
    }
  }
  return faults.map((fault) => ({ at, fault }));
}
