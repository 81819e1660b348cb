import { LOCALES } from '@sukoyaka/kernel';
import type { Edition, Question } from '../definition.js';
import { checkCondition } from './conditions.js';
import { type DefinitionFault, type Report, reportTo } from './fault.js';
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
      checkQuestion(question, asked, reportTo(faults, at), reportTo(faults, `${at}/when`));
      asked.set(question.id, question);
    }
  }
  checkWhole(edition, asked, reportTo(faults, 'edition'));
  return [
    ...faults,
    ...checkLabels(edition),
    ...checkFeedback(edition),
    ...checkLocalised(edition, edition.id),
  ];
}

/** What speaks of the edition as a whole: where its period ends, its stages, its instruments. */
function checkWhole(
  { periodEndQuestion, employeesQuestion, currencyQuestion, scoring: { stages } }: Edition,
  asked: ReadonlyMap<string, Question>,
  report: Report,
): void {
  if (periodEndQuestion !== undefined && asked.get(periodEndQuestion)?.type !== 'date') {
    report('period-end', { question: periodEndQuestion });
  }
  if (employeesQuestion !== undefined && asked.get(employeesQuestion)?.type !== 'number') {
    report('employees', { question: employeesQuestion });
  }
  if (currencyQuestion !== undefined && asked.get(currencyQuestion)?.type !== 'single') {
    report('currency', { question: currencyQuestion });
  }
  const rising = stages.every(({ from }, index) => from > (stages[index - 1]?.from ?? -1));
  if (stages[0]?.from !== 0 || !rising) report('stages-order');
  for (const { tags } of asked.values()) {
    for (const question of Object.values(tags.measuredBy ?? {})) {
      if (!asked.has(question)) report('measured-by', { question });
    }
  }
}

/** A label has to tell its question from every other. */
function checkLabels({ sections }: Edition): readonly DefinitionFault[] {
  const questions = sections.flatMap((section) => section.questions);
  return LOCALES.flatMap((locale) => {
    const seen = new Map<string, string>();
    return questions.flatMap(({ id, label }) => {
      const other = seen.get(label[locale]);
      seen.set(label[locale], id);
      const params = { locale, other: other ?? '' };
      return other === undefined ? [] : [{ at: id, code: 'same-label' as const, params }];
    });
  });
}

function checkQuestion(
  question: Question,
  asked: ReadonlyMap<string, Question>,
  report: Report,
  reportWhen: Report,
): void {
  if (!KEBAB.test(question.id)) report('id-form');
  if (asked.has(question.id)) report('id-twice');
  if (question.id in Object.prototype) report('id-inherited');
  if (question.when) checkCondition(question.when, asked, reportWhen);
  checkScoring(question, report);
  checkParts(question, report);
}

function checkParts(question: Question, report: Report): void {
  if (question.type === 'single' || question.type === 'multiple') {
    const ids = question.options.map(({ id }) => id);
    checkUnique(ids, report);
    if (question.type === 'single' && question.options.some((option) => option.exclusive)) {
      report('exclusive-in-single');
    }
  }
  if (question.type === 'year-table') {
    const ids = question.items.map(({ id }) => id);
    checkUnique(ids, report);
    for (const { item, atMost } of question.checks ?? []) {
      if (!ids.includes(item) || !ids.includes(atMost)) report('check-items');
    }
    const stray = Object.keys(question.tags.indicators ?? {}).filter((item) => !ids.includes(item));
    if (stray.length > 0) report('indicator-items', { items: stray.join(', ') });
  }
}

function checkUnique(ids: readonly string[], report: Report): void {
  if (new Set(ids).size !== ids.length) report('part-ids-twice');
  for (const id of ids) if (!ID.test(id)) report('part-id-form', { id });
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
  const faults: DefinitionFault[] = [];
  const report = reportTo(faults, at);
  const strays = Object.keys(text).filter((key) => !(LOCALES as readonly string[]).includes(key));
  if (strays.length > 0) report('language-stray', { languages: strays.join(', ') });
  for (const locale of LOCALES) {
    const words = text[locale];
    if (typeof words !== 'string' || words.trim() === '') report('language-missing', { locale });
    else if (words !== words.normalize('NFC')) report('language-form', { locale });
  }
  for (const locale of ['th', 'ja'] as const) {
    const words = String(text[locale]);
    if (/\p{L}{4}/u.test(words) && !SCRIPT[locale].test(words) && words === text['en']) {
      if (/\s/.test(words)) report('language-copied', { locale });
    }
  }
  return faults;
}
