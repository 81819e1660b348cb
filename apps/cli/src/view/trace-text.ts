import { round } from '@sukoyaka/kernel';
import type { TraceEntry, TracePart } from '@sukoyaka/scoring';
import type { Question } from '@sukoyaka/survey';
import type { Session } from '../session.js';
import type { Workbench } from '../sheets.js';
import { indent, printable } from './text.js';

/** How each point came to be: question, answer, points, and what they count for. */
export function traceText(
  session: Session,
  { evaluator }: Workbench,
  entries: readonly TraceEntry[],
): string {
  const blocks = entries.map((entry) => {
    const question = evaluator.survey.question(entry.question);
    return indent(entryText(session, question, entry));
  });
  return [session.t('trace.heading'), ...blocks].join('\n').concat('\n');
}

function entryText(session: Session, question: Question | undefined, entry: TraceEntry): string {
  const { t, locale } = session;
  const points = t('trace.points', { points: round(entry.points, 2), max: round(entry.max, 2) });
  const state = entry.state === 'answered' ? '' : ` · ${t(`trace.state.${entry.state}`)}`;
  const open = entry.open > 0 ? ` · ${t('trace.open', { open: round(entry.open, 2) })}` : '';
  return [
    `${entry.question}  ${points}${state}${open}`,
    indent(question?.text[locale] ?? ''),
    ...entry.parts.map((part) => indent(partText(session, question, part), 2)),
  ].join('\n');
}

function partText({ t, locale }: Session, question: Question | undefined, part: TracePart): string {
  const points = `${part.points >= 0 ? '+' : '−'}${round(Math.abs(part.points), 2)}`;
  switch (part.kind) {
    case 'option':
      return `${points}  ${optionText(question, part.option, locale)}`;
    case 'progress':
      return `${points}  ${t(`answer.${part.answer}`)}`;
    case 'figure':
      return `${points}  ${part.low === part.high ? round(part.low, 2) : `${round(part.low, 2)}–${round(part.high, 2)}`}`;
    case 'year':
      return `${points}  ${part.year}`;
    case 'site':
      return `${points}  ${t('trace.site', { site: printable(part.site), share: round(100 * part.share, 1) })}`;
    case 'not-applicable':
      return `${points}  ${reasonText(question, part.reason, locale)}`;
    case 'cap':
    case 'given':
      return `${points}  ${t(`trace.${part.kind}`)}`;
  }
}

function optionText(question: Question | undefined, id: string, locale: Session['locale']): string {
  if (question?.type !== 'single' && question?.type !== 'multiple') return id;
  return question.options.find((option) => option.id === id)?.text[locale] ?? id;
}

function reasonText(question: Question | undefined, id: string, locale: Session['locale']): string {
  return question?.notApplicable?.reasons.find((reason) => reason.id === id)?.text[locale] ?? id;
}
