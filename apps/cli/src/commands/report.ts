import { contentHash } from '@sukoyaka/catalogue';
import type { Locale } from '@sukoyaka/kernel';
import { buildReport, type ReportInput, type ReportLanguages, reportTwin } from '@sukoyaka/report';
import type { AnswerSheet } from '@sukoyaka/survey';
import { readCohort } from '../io/cohort-file.js';
import { readRecords } from '../io/read.js';
import { Refusal } from '../io/refusal.js';
import { refuseSameFile } from '../io/same-file.js';
import { type Output, writeOutputs } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { checkSheet, openWorkbench, sheetOf, type Workbench } from '../sheets.js';
import { validationObject, validationText } from '../view/validation.js';
import { isoDate, languageList } from './options.js';

interface Options {
  readonly survey: string;
  readonly answers: string;
  readonly languages: readonly Locale[];
  readonly out: string;
  readonly twin?: string;
  readonly cohort?: string;
  readonly date?: string;
}

export function reportCommand(program: LocalisedCommand, session: Session): void {
  const { t } = session;
  program
    .nest('report')
    .requiredOption('--survey <edition>', t('option.survey'))
    .requiredOption('--answers <file>', t('option.answers'))
    .requiredOption('--languages <list>', t('option.languages'), languageList(2))
    .requiredOption('--out <file>', t('option.out'))
    .option('--twin <file>', t('option.twin'))
    .option('--cohort <file>', t('option.cohort'))
    .option('--date <year-month-day>', t('option.date'), isoDate('--date'))
    .action((options: Options) => report(session, options));
}

async function report(session: Session, options: Options): Promise<void> {
  refuseSameFile(session.host, [options.answers, options.cohort, options.out, options.twin]);
  const bench = openWorkbench(session, options.survey);
  const [record, ...others] = await readRecords(session.host, options.answers);
  if (!record || others.length > 0) {
    throw new Refusal('SHEET_SEVERAL', {}, { file: options.answers });
  }
  const sheet = checkSheet(session, bench, record);
  if (!sheet.validation.valid) {
    session.conclude(false);
    if (session.json) session.emit(validationObject(bench, sheet));
    else session.print(validationText(session, bench, sheet));
    return;
  }
  const input = await inputOf(session, bench, sheetOf(sheet), options);
  await writeReport(session, options, input);
  session.wrote(options.out, session.t('report.written', { file: options.out }), {
    valid: true,
    edition: bench.evaluator.survey.edition.id,
    reportNumber: input.context.reportNumber,
    languages: input.languages,
  });
}

/** The PDF and, where it is wanted, its twin: both or neither. */
async function writeReport(session: Session, options: Options, input: ReportInput): Promise<void> {
  const { renderPdf } = await import('@sukoyaka/typesetting');
  const pdf: Output = { file: options.out, content: await renderPdf(buildReport(input)) };
  const { twin } = options;
  const content = `${JSON.stringify(reportTwin(input), null, 2)}\n`;
  await writeOutputs(session.host, twin === undefined ? [pdf] : [{ file: twin, content }, pdf]);
}

async function inputOf(
  session: Session,
  { evaluator, programme }: Workbench,
  sheet: AnswerSheet,
  options: Options,
): Promise<ReportInput> {
  const { survey, rules } = evaluator;
  const cohort =
    options.cohort === undefined
      ? undefined
      : await readCohort(session, options.cohort, survey.edition);
  const createdAt = options.date ? `${options.date}T00:00:00Z` : localInstant(session.host.now());
  return {
    evaluation: evaluator.evaluate(sheet, cohort ? { cohort } : {}),
    survey,
    programme,
    ruleSets: rules.map((compiled) => compiled.rules),
    context: {
      reportNumber: numberOf(sheet, createdAt.slice(0, 10)),
      createdAt,
      assurance: 'self-assessed',
    },
    languages: options.languages as ReportLanguages,
  };
}

/** Without a register the number follows from what the report says: same answers and day, same number. */
function numberOf(sheet: AnswerSheet, day: string): string {
  const { edition, organisation, answers } = sheet;
  const hash = contentHash({ edition, organisation: organisation ?? null, answers, day });
  return `SR-${day.replaceAll('-', '')}-${hash.slice(0, 8).toUpperCase()}`;
}

/** The instant as clocks show it where the user is, so that the report bears their day. */
function localInstant(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const shown = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const sign = offset < 0 ? '-' : '+';
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${shown}${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}
