import { restate } from '@sukoyaka/evaluation';
import type { EarlierCycle } from '@sukoyaka/report';
import { type AnswerSheet, type CompiledSurvey, isRecord } from '@sukoyaka/survey';
import { type InputRecord, readRecords } from './io/read.js';
import { type Place, Refusal } from './io/refusal.js';
import { plainName, plainNumber } from './same-company.js';
import type { Session } from './session.js';
import { checkSheet, openWorkbench, sheetOf, type Workbench } from './sheets.js';
import { printable } from './view/text.js';
import { validationObject, validationText } from './view/validation.js';

/** A sheet that passed the check; undefined, and the faults said, when it did not. */
export function validSheet(
  session: Session,
  bench: Workbench,
  record: InputRecord,
): AnswerSheet | undefined {
  const sheet = checkSheet(session, bench, record);
  if (sheet.validation.valid) return sheetOf(sheet);
  session.conclude(false);
  if (session.json) session.emit(validationObject(bench, sheet));
  else session.print(validationText(session, bench, sheet));
  return undefined;
}

/** Earlier sheets of the company, each judged by its own edition; undefined when one is invalid. */
export async function earlierCycles(
  session: Session,
  { evaluator }: Workbench,
  present: AnswerSheet,
  file: string,
): Promise<readonly EarlierCycle[] | undefined> {
  const { catalogue, host } = session;
  const mappings = catalogue.carryOvers(evaluator.survey.edition.id);
  const cycles: EarlierCycle[] = [];
  for (const record of await readRecords(host, file)) {
    const bench = openWorkbench(session, editionOf(record));
    const sheet = validSheet(session, bench, record);
    if (sheet === undefined) return undefined;
    checkSameCompany(session, present, sheet, record.place);
    checkEarlier(evaluator.survey, present, sheet, record.place);
    const evaluation = bench.evaluator.evaluate(sheet);
    const restated = restate(evaluator, mappings, evaluation);
    cycles.push({ evaluation, ...(restated ? { restated } : {}) });
  }
  return cycles;
}

/** @throws Refusal SHEET_WITHOUT_EDITION */
function editionOf({ value, place }: InputRecord): string {
  const edition = isRecord(value) ? value['edition'] : undefined;
  if (typeof edition !== 'string') throw new Refusal('SHEET_WITHOUT_EDITION', {}, place);
  return edition;
}

/**
 * Another registration number is another company; another name may be an old one, and is said.
 * @throws Refusal PREVIOUS_OTHER_COMPANY
 */
function checkSameCompany(
  session: Session,
  { organisation: present = {} }: AnswerSheet,
  { organisation: earlier = {} }: AnswerSheet,
  place: Place,
): void {
  const [expected, found] = [present.registrationNumber, earlier.registrationNumber];
  if (expected !== undefined && found !== undefined) {
    if (plainNumber(expected) !== plainNumber(found)) {
      throw new Refusal('PREVIOUS_OTHER_COMPANY', { expected, found }, place);
    }
    return;
  }
  if (present.name === undefined || earlier.name === undefined) return;
  if (plainName(present.name) === plainName(earlier.name)) return;
  const params = { line: place.line ?? 1, found: printable(earlier.name) };
  session.remark(session.t('report.other-name', params));
}

/** @throws Refusal PREVIOUS_NOT_EARLIER */
function checkEarlier(
  { edition: { periodEndQuestion: id } }: CompiledSurvey,
  present: AnswerSheet,
  earlier: AnswerSheet,
  place: Place,
): void {
  if (id === undefined) return;
  const [expected, found] = [present.answers[id], earlier.answers[id]];
  if (typeof expected !== 'string' || typeof found !== 'string' || found < expected) return;
  throw new Refusal('PREVIOUS_NOT_EARLIER', { expected, found }, place);
}
