import { contentHash } from '@sukoyaka/catalogue';
import type { Locale } from '@sukoyaka/kernel';
import {
  buildReport,
  type EarlierCycle,
  type ReportInput,
  type ReportLanguages,
  reportTwin,
} from '@sukoyaka/report';
import type { AnswerSheet } from '@sukoyaka/survey';
import { readCohort } from '../io/cohort-file.js';
import { earlierCycles, validSheet } from '../earlier-sheets.js';
import { readRecords } from '../io/read.js';
import { Refusal } from '../io/refusal.js';
import { refuseSameFile } from '../io/same-file.js';
import { type Output, writeOutputs } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { openWorkbench, type Workbench } from '../sheets.js';
import { isoDate, languageList, webAddress } from './options.js';

interface Options {
  readonly survey: string;
  readonly answers: string;
  readonly languages: readonly Locale[];
  readonly out: string;
  readonly twin?: string;
  readonly cohort?: string;
  readonly previous?: string;
  readonly verifyAt?: string;
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
    .option('--previous <file>', t('option.previous'))
    .option('--verify-at <address>', t('option.verify-at'), webAddress('--verify-at'))
    .option('--date <year-month-day>', t('option.date'), isoDate('--date'))
    .action((options: Options) => report(session, options));
}

async function report(session: Session, options: Options): Promise<void> {
  const { answers, cohort, previous, out, twin } = options;
  refuseSameFile(session.host, [answers, cohort, previous, out, twin]);
  const bench = openWorkbench(session, options.survey);
  const [record, ...others] = await readRecords(session.host, answers);
  if (!record || others.length > 0) throw new Refusal('SHEET_SEVERAL', {}, { file: answers });
  const sheet = validSheet(session, bench, record);
  const earlier =
    sheet === undefined || previous === undefined
      ? []
      : await earlierCycles(session, bench, sheet, previous);
  if (sheet === undefined || earlier === undefined) return;
  const input = await inputOf(session, bench, sheet, { ...options, earlier });
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
  { evaluator, programme, ruleSets, parentTopics }: Workbench,
  sheet: AnswerSheet,
  options: Options & { readonly earlier: readonly EarlierCycle[] },
): Promise<ReportInput> {
  const { survey } = evaluator;
  const cohort =
    options.cohort === undefined
      ? undefined
      : await readCohort(session, options.cohort, survey.edition);
  const createdAt = options.date ? `${options.date}T00:00:00Z` : localInstant(session.host.now());
  return {
    evaluation: evaluator.evaluate(sheet, cohort ? { cohort } : {}),
    survey,
    programme,
    ruleSets,
    parentTopics,
    context: {
      reportNumber: numberOf(sheet, createdAt.slice(0, 10)),
      createdAt,
      assurance: 'self-assessed',
      previous: options.earlier,
      ...(options.verifyAt === undefined ? {} : { verifyAt: options.verifyAt }),
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
