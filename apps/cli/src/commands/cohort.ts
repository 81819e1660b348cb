import { freezeCohort, type Scores } from '@sukoyaka/scoring';
import { withProgress } from '../io/progress.js';
import { readRecords } from '../io/read.js';
import { refuseSameFile } from '../io/same-file.js';
import { writeOutput } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { checkSheet, openWorkbench, sheetOf } from '../sheets.js';
import { validationObject, validationText } from '../view/validation.js';

interface Options {
  readonly survey: string;
  readonly answers: string;
  readonly label: string;
  readonly source: string;
  readonly synthetic?: true;
  readonly out: string;
}

export function cohortCommand(program: LocalisedCommand, session: Session): void {
  const { t } = session;
  program
    .nest('cohort')
    .requiredOption('--survey <edition>', t('option.survey'))
    .requiredOption('--answers <file>', t('option.answers'))
    .requiredOption('--label <text>', t('option.label'))
    .requiredOption('--source <text>', t('option.source'))
    .option('--synthetic', t('option.synthetic'))
    .requiredOption('--out <file>', t('option.out'))
    .action((options: Options) => cohort(session, options));
}

/** One invalid sheet stops the freezing: statistics can't be mended afterwards. */
async function cohort(session: Session, options: Options): Promise<void> {
  refuseSameFile(session.host, [options.answers, options.out]);
  const bench = openWorkbench(session, options.survey);
  const { scoring, survey } = bench.evaluator;
  const records = await readRecords(session.host, options.answers);
  const label = session.t('progress.scoring');
  const sheets = withProgress(session.host, label, records.length, records, (record) =>
    checkSheet(session, bench, record),
  );
  const members: Scores[] = [];
  let synthetic = options.synthetic ?? false;
  for await (const sheet of sheets) {
    session.conclude(sheet.validation.valid);
    if (!sheet.validation.valid) {
      if (session.json) session.emit(validationObject(bench, sheet));
      else session.print(validationText(session, bench, sheet));
      continue;
    }
    const { answers, organisation } = sheetOf(sheet);
    synthetic ||= organisation?.synthetic ?? false;
    members.push(scoring.score(answers, organisation));
  }
  if (session.exitCode !== 0) return session.remark(session.t('cohort.not-frozen'));
  const identity = { label: options.label, source: options.source, synthetic };
  const statistics = freezeCohort(members, survey.edition.scoring.sideWeights, identity);
  await writeOutput(session.host, options.out, `${JSON.stringify(statistics, null, 2)}\n`);
  const { edition, label: cohortLabel, n } = statistics;
  const sentence = session.t('cohort.frozen', { count: n, file: options.out });
  session.wrote(options.out, sentence, { edition, label: cohortLabel, n, synthetic });
}
