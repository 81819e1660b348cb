import type { Locale } from '@sukoyaka/kernel';
import { translator } from '@sukoyaka/localisation';
import type { Edition, Question, Section } from '@sukoyaka/survey';
import { exampleOf } from './example.js';
import { shapeOf } from './shape.js';

/** Everything that a sheet may say about the company. */
const ORGANISATION = {
  name: 'Example Co., Ltd.',
  country: 'TH',
  industry: 'C',
  employees: 420,
  sites: [{ id: 'site-1', name: 'Rayong', employees: 300 }],
};

/**
 * An answer sheet without answers, which is valid as it stands, and under `$guide` for each question
 * what it asks and what it accepts.
 */
export function templateSheet(edition: Edition, locale: Locale): object {
  const guide = edition.sections.flatMap((section) =>
    section.questions.map((question) => [question.id, guideOf(question, section, edition, locale)]),
  );
  return {
    edition: edition.id,
    organisation: {},
    answers: {},
    $guide: { $organisation: { example: ORGANISATION }, ...(Object.fromEntries(guide) as object) },
  };
}

function guideOf(question: Question, section: Section, edition: Edition, locale: Locale): object {
  const t = translator(locale, 'cli');
  const { notApplicable, when } = question;
  return {
    section: section.title[locale],
    type: question.type,
    text: question.text[locale],
    ...(question.note ? { note: question.note[locale] } : {}),
    ...(question.mandatory ? { mandatory: true } : {}),
    ...(question.perSite ? { perSite: true } : {}),
    ...(when ? { when } : {}),
    ...choices(question, locale),
    ...(notApplicable
      ? { notApplicable: labels(notApplicable.reasons.map((r) => [r.id, r.text[locale]])) }
      : {}),
    evidence: question.evidence[locale],
    shape: shapeOf(question, edition),
    example: exampleOf(question, edition, locale, t),
  };
}

function choices(question: Question, locale: Locale): object {
  if (question.type === 'single' || question.type === 'multiple') {
    return { options: labels(question.options.map(({ id, text }) => [id, text[locale]])) };
  }
  if (question.type === 'year-table') {
    return { items: labels(question.items.map(({ id, label }) => [id, label[locale]])) };
  }
  return {};
}

function labels(pairs: readonly (readonly [string, string])[]): object {
  return Object.fromEntries(pairs);
}
