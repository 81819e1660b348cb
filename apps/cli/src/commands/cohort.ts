import type { KeyedHash } from '@sukoyaka/disclosure';
import {
  type CohortStatistics,
  freezeCohort,
  freezeComparisons,
  type Respondent,
} from '@sukoyaka/scoring';
import { withProgress } from '../io/progress.js';
import { demonstrationHash, readKey } from '../io/protection-key.js';
import { readRecords } from '../io/read.js';
import { refuseSameFile } from '../io/same-file.js';
import { writeOutput } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import { unitOf } from '../same-company.js';
import type { Session } from '../session.js';
import { checkSheet, openWorkbench, sheetOf, type Workbench } from '../sheets.js';
import { validationObject, validationText } from '../view/validation.js';

interface Options {
  readonly survey: string;
  readonly answers: string;
  readonly label: string;
  readonly source: string;
  readonly synthetic?: true;
  readonly key?: string;
  readonly round?: string;
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
    .option('--round <id>', t('option.round'))
    .requiredOption('--out <file>', t('option.out'))
    .action((options: Options) => cohort(session, options));
}

/** One invalid sheet stops the freezing: statistics can't be mended afterwards. */
async function cohort(session: Session, options: Options): Promise<void> {
  refuseSameFile(session.host, [options.answers, options.key, options.out]);
  const own = options.key === undefined ? undefined : await readKey(session.host, options.key);
  const bench = openWorkbench(session, options.survey);
  const members = await respondents(session, bench, options);
  if (session.exitCode !== 0) return session.remark(session.t('cohort.not-frozen'));
  const invented = members.filter(({ organisation }) => organisation?.synthetic).length;
  const statistics = freeze(session, bench, members, options, {
    // One invented company is enough to say so; to be without protection all have to be.
    synthetic: options.synthetic === true || invented > 0,
    hash:
      own ?? (options.synthetic || invented === members.length ? demonstrationHash() : undefined),
  });
  await writeOutput(session.host, options.out, `${JSON.stringify(statistics, null, 2)}\n`);
  const { edition, label, n, synthetic } = statistics;
  const sentence = session.t('cohort.frozen', { count: n, file: options.out });
  session.wrote(options.out, sentence, { edition, label, n, synthetic });
}

/** The scored sheets; the faults of those that are not valid are said. */
async function respondents(
  session: Session,
  bench: Workbench,
  { answers: file }: Options,
): Promise<readonly Respondent[]> {
  const { scoring } = bench.evaluator;
  const records = await readRecords(session.host, file);
  const label = session.t('progress.scoring');
  const sheets = withProgress(session.host, label, records.length, records, (record) =>
    checkSheet(session, bench, record),
  );
  const members: Respondent[] = [];
  for await (const sheet of sheets) {
    session.conclude(sheet.validation.valid);
    if (sheet.validation.valid) {
      const { answers, organisation } = sheetOf(sheet);
      const unit = unitOf(organisation, answers);
      members.push({ unit, organisation, scores: scoring.score(answers, organisation) });
    } else if (session.json) session.emit(validationObject(bench, sheet));
    else session.print(validationText(session, bench, sheet));
  }
  return members;
}

interface Making {
  readonly synthetic: boolean;
  readonly hash: KeyedHash | undefined;
}

/** Real companies are compared only under a key of the operator's; without one they are not. */
function freeze(
  session: Session,
  { evaluator: { survey } }: Workbench,
  members: readonly Respondent[],
  { label, source, round }: Options,
  { synthetic, hash }: Making,
): CohortStatistics {
  const { id, version, scoring } = survey.edition;
  const scores = members.map((member) => member.scores);
  const frozen = freezeCohort(scores, scoring.sideWeights, { label, source, synthetic });
  if (hash === undefined) {
    session.remark(session.t('cohort.no-key'));
    return frozen;
  }
  const units = new Set(members.map(({ unit }) => unit)).size;
  const twice = members.length - units;
  if (twice > 0) session.remark(session.t('cohort.same-company', { count: twice }));
  const protection = { hash, round: round ?? `${id}@${version}` };
  const comparisons = freezeComparisons(members, protection);
  return comparisons.length > 0 ? { ...frozen, comparisons } : frozen;
}
