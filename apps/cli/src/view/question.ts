import { type Question, questionsOf, type Section } from '@sukoyaka/survey';
import type { Session } from '../session.js';
import { indent } from './text.js';

export function sectionHeading({ locale }: Session, section: Section, withIntro: boolean): string {
  const title = `== ${section.title[locale]} ==`;
  return withIntro ? `${title}\n${section.intro[locale]}\n` : `${title}\n`;
}

/** A question as a person would want to read it before answering. */
export function questionText(session: Session, question: Question, withGuidance: boolean): string {
  const { locale } = session;
  const { note } = question;
  const lines = [
    facts(session, question),
    question.text[locale],
    ...(note ? [note[locale]] : []),
    ...accepted(session, question),
    ...conditions(session, question),
    ...(withGuidance ? guidance(session, question) : []),
  ];
  return [question.id, ...lines.map((line) => indent(line))].join('\n').concat('\n');
}

function facts({ t }: Session, question: Question): string {
  const { law, tags } = question;
  const words = [t(`type.${question.type}`)];
  if (question.mandatory) words.push(t('show.mandatory'));
  if (question.perSite) words.push(t('show.per-site'));
  words.push(
    `${t('country.thailand')}: ${t(`law.${law.thailand}`)}`,
    `${t('country.japan')}: ${t(`law.${law.japan}`)}`,
  );
  if (question.scoring) words.push(t('show.points', { max: question.scoring.max }));
  if (tags.evidenceWeight !== null) words.push(t('show.weight', { weight: tags.evidenceWeight }));
  if (tags.criteria.length > 0) words.push(tags.criteria.join(', '));
  return `[${words.join(' · ')}]`;
}

function accepted(session: Session, question: Question): readonly string[] {
  const { t, locale } = session;
  const entry = (id: string, text: string, extra = ''): string => `- ${id}: ${text}${extra}`;
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.map(({ id, text, points }) =>
        entry(id, text[locale], points ? ` (+${points})` : ''),
      );
    case 'yes-progress-no':
      return ['yes', 'in-progress', 'no'].map((id) => entry(id, t(`answer.${id}`)));
    case 'number':
      return [`${t(`unit.${question.unit}`)}, ${question.min}–${question.max}`];
    case 'percentage':
      return [
        entry('numerator', question.numerator[locale]),
        entry('denominator', question.denominator[locale]),
      ];
    case 'year-table':
      return question.items.map((item) => {
        const unit = item.kind === 'number' ? item.unit : 'percent';
        return entry(item.id, item.label[locale], ` (${t(`unit.${unit}`)})`);
      });
    case 'date':
      return [`${question.min} – ${question.max}`];
    case 'text':
      return [t('show.length', { count: question.maxLength })];
    case 'evidence':
      return [t('show.documents', { count: question.maxItems })];
    case 'consent':
      return [t('show.consent', { version: question.textVersion })];
  }
}

function conditions({ t, locale }: Session, question: Question): readonly string[] {
  const { when, notApplicable } = question;
  const lines: string[] = [];
  if (when) {
    lines.push(t('show.when', { questions: [...new Set(questionsOf(when))].join(', ') }));
  }
  for (const { id, text } of notApplicable?.reasons ?? []) {
    lines.push(t('show.not-applicable', { id, text: text[locale] }));
  }
  return lines;
}

function guidance({ t, locale }: Session, question: Question): readonly string[] {
  const { why, evidence, example } = question;
  const { thailand, asean, japan } = question.guidance;
  const texts = { why, evidence, example, thailand, asean, japan };
  return Object.entries(texts).map(([key, text]) => `${t(`show.${key}`)}: ${text[locale]}`);
}
