import { simulate } from '@sukoyaka/simulation';
import { withProgress } from '../io/progress.js';
import { Refusal } from '../io/refusal.js';
import { writeOutput } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { positiveInteger } from './options.js';

const MOST_COMPANIES = 1_000_000;

interface Options {
  readonly survey: string;
  readonly companies: number;
  readonly seed: string;
  readonly out: string;
}

export function simulateCommand(program: LocalisedCommand, session: Session): void {
  const { t } = session;
  const count = positiveInteger('--companies', MOST_COMPANIES);
  program
    .nest('simulate')
    .requiredOption('--survey <edition>', t('option.survey'))
    .requiredOption('--companies <number>', t('option.companies'), count)
    .requiredOption('--seed <text>', t('option.seed'))
    .option('--out <file>', t('option.out'), '-')
    .action((options: Options) => write(session, options));
}

async function write(session: Session, options: Options): Promise<void> {
  const { host, t } = session;
  const { companies, seed, out } = options;
  if (seed === '') throw new Refusal('TEXT_EMPTY', { option: '--seed' });
  const edition = session.catalogue.edition(options.survey);
  const sheets = simulate({ edition, companies, seed });
  const lines = withProgress(
    host,
    t('progress.simulating'),
    companies,
    sheets,
    (sheet) => `${JSON.stringify(sheet)}\n`,
  );
  await writeOutput(host, out, lines);
  const facts = { edition: edition.id, companies, seed };
  session.wrote(out, t('simulate.written', { count: companies, file: out }), facts);
}
