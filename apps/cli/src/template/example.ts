import type { Locale } from '@sukoyaka/kernel';
import type { AnswerValue, Edition, PlainValue, Question, TableItem } from '@sukoyaka/survey';
import type { Translate } from '@sukoyaka/localisation';

/** A value that the question accepts: form only, no recommendation. */
export function exampleOf(
  question: Question,
  edition: Edition,
  locale: Locale,
  t: Translate,
): AnswerValue {
  const plain = plainExample(question, edition, locale, t);
  return question.perSite ? { sites: { 'site-1': plain } } : plain;
}

function plainExample(
  question: Question,
  edition: Edition,
  locale: Locale,
  t: Translate,
): PlainValue {
  switch (question.type) {
    case 'single':
      return question.options[0]?.id ?? '';
    case 'multiple':
      return question.options
        .filter((option) => !option.exclusive)
        .slice(0, Math.min(2, question.maxSelected ?? 2))
        .map(({ id }) => id);
    case 'yes-progress-no':
      return 'in-progress';
    case 'number':
      return Math.min(Math.max(question.min, 12), question.max);
    case 'percentage':
      return { numerator: 46, denominator: 50 };
    case 'year-table':
      return { [edition.years.to]: Object.fromEntries(question.items.map(cellExample)) };
    case 'date':
      return question.max;
    case 'text':
      return [...t('template.example-text')].slice(0, question.maxLength).join('');
    case 'evidence':
      return [{ title: t('template.example-document'), kind: 'document', status: 'held' }];
    case 'consent':
      return {
        given: true,
        textVersion: question.textVersion,
        language: locale,
        date: `${edition.year}-01-15`,
      };
  }
}

function cellExample(item: TableItem): readonly [string, number | { readonly percent: number }] {
  if (item.kind === 'percentage') return [item.id, { percent: 40 }];
  return [item.id, Math.min(Math.max(item.min, 12), item.max)];
}
