import type { Problem } from '@sukoyaka/survey';
import type { Session } from '../session.js';
import { type CheckedSheet, titleOf, type Workbench } from '../sheets.js';
import { indent, printable } from './text.js';

/** The contract of `validate --json`: one object for each sheet. */
export function validationObject({ evaluator }: Workbench, sheet: CheckedSheet): object {
  const { valid, complete, missing, problems } = sheet.validation;
  const { organisation } = sheet;
  return {
    valid,
    complete,
    edition: evaluator.survey.edition.id,
    ...(organisation === undefined ? {} : { organisation }),
    missing,
    problems,
  };
}

/** What the check found, for people: by question, each with reason and remedy. */
export function validationText(session: Session, bench: Workbench, sheet: CheckedSheet): string {
  const { problems, missing } = sheet.validation;
  const blocks = [`${titleOf(session, sheet)}\n${indent(outcome(session, sheet))}`];
  for (const [question, found] of byQuestion(problems)) {
    blocks.push(indent(questionBlock(session, bench, question, found)));
  }
  if (missing.length > 0) blocks.push(indent(missingBlock(session, bench, missing)));
  return `${blocks.join('\n\n')}\n`;
}

function outcome({ t }: Session, { validation }: CheckedSheet): string {
  const { valid, complete, problems, missing } = validation;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [valid ? t('validation.valid') : t('validation.invalid', { count: errors })];
  if (warnings > 0) parts.push(t('validation.warnings', { count: warnings }));
  if (complete) parts.push(t('validation.complete'));
  else if (missing.length > 0) parts.push(t('validation.incomplete', { count: missing.length }));
  return parts.join(' ');
}

function byQuestion(problems: readonly Problem[]): ReadonlyMap<string | null, readonly Problem[]> {
  return Map.groupBy(problems, (problem) => problem.question);
}

function questionBlock(
  { t, locale }: Session,
  { evaluator }: Workbench,
  question: string | null,
  problems: readonly Problem[],
): string {
  const text = question === null ? undefined : evaluator.survey.question(question)?.text[locale];
  const heading = question === null ? t('validation.sheet') : printable(question);
  const lines = problems.map(({ severity, path, reason, remedy }) => {
    const kind = t(`validation.severity.${severity}`);
    const place = path === '' ? kind : `${kind} ${printable(path)}`;
    return `${place}: ${printable(reason, 500)}\n  → ${printable(remedy, 500)}`;
  });
  return [heading, ...(text ? [indent(text)] : []), ...lines.map((line) => indent(line))].join(
    '\n',
  );
}

function missingBlock(
  { t, locale }: Session,
  { evaluator }: Workbench,
  missing: readonly string[],
): string {
  const lines = missing.map((id) => {
    const text = evaluator.survey.question(id)?.text[locale] ?? '';
    return indent(`${id}\n${indent(text)}`);
  });
  return [t('validation.missing'), ...lines].join('\n');
}
