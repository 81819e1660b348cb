import type { CohortStatistics } from '@sukoyaka/scoring';
import { readCohort } from '../io/cohort-file.js';
import { withProgress } from '../io/progress.js';
import { readRecords } from '../io/read.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import {
  type CheckedSheet,
  checkSheet,
  openWorkbench,
  sheetOf,
  type Workbench,
} from '../sheets.js';
import { evaluationObject } from '../view/score-object.js';
import { evaluationText } from '../view/score-text.js';
import { traceText } from '../view/trace-text.js';
import { validationObject, validationText } from '../view/validation.js';
import { positiveInteger } from './options.js';

interface Options {
  readonly survey: string;
  readonly answers: string;
  readonly cohort?: string;
  readonly trace?: true;
  readonly top: number;
}

export function scoreCommand(program: LocalisedCommand, session: Session): void {
  const { t } = session;
  program
    .nest('score')
    .requiredOption('--survey <edition>', t('option.survey'))
    .requiredOption('--answers <file>', t('option.answers'))
    .option('--cohort <file>', t('option.cohort'))
    .option('--top <number>', t('option.top'), positiveInteger('--top', 1000), 5)
    .option('--trace', t('option.trace'))
    .action((options: Options) => score(session, options));
}

async function score(session: Session, options: Options): Promise<void> {
  const bench = openWorkbench(session, options.survey);
  const { edition } = bench.evaluator.survey;
  const cohort = options.cohort && (await readCohort(session, options.cohort, edition));
  const records = await readRecords(session.host, options.answers);
  const label = session.t('progress.scoring');
  const sheets = withProgress(session.host, label, records.length, records, (record) =>
    checkSheet(session, bench, record),
  );
  for await (const sheet of sheets) {
    session.conclude(sheet.validation.valid);
    if (sheet.validation.valid) scoreSheet(session, bench, sheet, options, cohort || undefined);
    else if (session.json) session.emit(validationObject(bench, sheet));
    else session.print(validationText(session, bench, sheet));
  }
}

function scoreSheet(
  session: Session,
  bench: Workbench,
  sheet: CheckedSheet,
  { trace, top }: Options,
  cohort: CohortStatistics | undefined,
): void {
  const settings = { improvements: top, ...(cohort ? { cohort } : {}) };
  const evaluation = bench.evaluator.evaluate(sheetOf(sheet), settings);
  if (session.json) return session.emit(evaluationObject(bench, sheet, evaluation, trace ?? false));
  session.print(evaluationText(session, bench, evaluation));
  if (trace) session.print(traceText(session, bench, evaluation.trace));
}
