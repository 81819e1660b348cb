import { createEvaluator, type Evaluator } from '@sukoyaka/evaluation';
import type { EditionContent } from '@sukoyaka/catalogue';
import { asSheet, type AnswerSheet, isRecord, type Validation } from '@sukoyaka/survey';
import type { InputRecord } from './io/read.js';
import type { Session } from './session.js';
import { printable } from './view/text.js';

/** An edition with all that is needed to read, judge and name what it holds. */
export interface Workbench extends EditionContent {
  readonly evaluator: Evaluator;
}

/** @throws DomainError EDITION_UNKNOWN */
export function openWorkbench({ catalogue }: Session, editionId: string): Workbench {
  const content = catalogue.content(editionId);
  const { edition, ruleSets, programme } = content;
  return { ...content, evaluator: createEvaluator(edition, ruleSets, programme) };
}

/** One answer sheet of the input, checked. */
export interface CheckedSheet {
  readonly record: InputRecord;
  readonly validation: Validation;
  /** The company's name, where the sheet states one. */
  readonly organisation: string | undefined;
}

/** A sheet that has passed the check. */
export function sheetOf({ record }: CheckedSheet): AnswerSheet {
  return asSheet(record.value);
}

export function checkSheet(
  { locale }: Session,
  { evaluator }: Workbench,
  record: InputRecord,
): CheckedSheet {
  const validation = evaluator.survey.validateSheet(record.value, locale);
  return { record, validation, organisation: organisationName(record.value) };
}

function organisationName(sheet: unknown): string | undefined {
  const organisation = isRecord(sheet) ? sheet['organisation'] : undefined;
  const name = isRecord(organisation) ? organisation['name'] : undefined;
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

/** How a sheet is called in text for people: its company, or where it stands. */
export function titleOf({ t }: Session, { record, organisation }: CheckedSheet): string {
  const { file, line } = record.place;
  const name = file === '-' ? t('place.standard-input') : file;
  const place = line === undefined ? name : t('place.line', { file: name, line });
  return organisation === undefined
    ? printable(place)
    : `${printable(organisation)} (${printable(place)})`;
}
