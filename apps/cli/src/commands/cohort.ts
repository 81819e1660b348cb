import type { KeyedHash } from '@sukoyaka/disclosure';
import { freezeCohort, freezeComparisons, type Respondent } from '@sukoyaka/scoring';
import type { Organisation } from '@sukoyaka/survey';
import { withProgress } from '../io/progress.js';
import { demonstrationHash, readKey } from '../io/protection-key.js';
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
  readonly key?: string;
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
    .option('--key <file>', t('option.key'))
    .requiredOption('--out <file>', t('option.out'))
    .action((options: Options) => cohort(session, options));
}

/** One invalid sheet stops the freezing: statistics can't be mended afterwards. */
async function cohort(session: Session, options: Options): Promise<void> {
  refuseSameFile(session.host, [options.answers, options.key, options.out]);
  const bench = openWorkbench(session, options.survey);
  const { scoring, survey } = bench.evaluator;
  const records = await readRecords(session.host, options.answers);
  const label = session.t('progress.scoring');
  const sheets = withProgress(session.host, label, records.length, records, (record) =>
    checkSheet(session, bench, record),
  );
  const members: Respondent[] = [];
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
    const unit = unitOf(organisation, members.length);
    members.push({ unit, organisation, scores: scoring.score(answers, organisation) });
  }
  if (session.exitCode !== 0) return session.remark(session.t('cohort.not-frozen'));
  const identity = { label: options.label, source: options.source, synthetic };
  const scores = members.map((member) => member.scores);
  const frozen = freezeCohort(scores, survey.edition.scoring.sideWeights, identity);
  const hash = await hashFor(session, options, synthetic);
  const round = `${frozen.edition}/${frozen.label}`;
  const comparisons = hash && freezeComparisons(members, { hash, round });
  const statistics = comparisons?.length ? { ...frozen, comparisons } : frozen;
  await writeOutput(session.host, options.out, `${JSON.stringify(statistics, null, 2)}\n`);
  const { edition, label: cohortLabel, n } = statistics;
  const sentence = session.t('cohort.frozen', { count: n, file: options.out });
  session.wrote(options.out, sentence, { edition, label: cohortLabel, n, synthetic });
}

/** Sheets of the same registered company, else of the same name, are one respondent. */
function unitOf(organisation: Organisation | undefined, position: number): string {
  const { country = '', registrationNumber, name } = organisation ?? {};
  return JSON.stringify([country, registrationNumber ?? name ?? position]);
}

/** Real companies are compared only under a key of the operator's; without one they are not. */
async function hashFor(
  session: Session,
  { key }: Options,
  synthetic: boolean,
): Promise<KeyedHash | undefined> {
  if (key !== undefined) return readKey(session.host, key);
  if (synthetic) return demonstrationHash();
  session.remark(session.t('cohort.no-key'));
  return undefined;
}
