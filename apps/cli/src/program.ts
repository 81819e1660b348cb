import { LOCALES } from '@sukoyaka/kernel';
import { productVersion } from '@sukoyaka/persistence';
import { auditCommand } from './commands/audit.js';
import { backupCommand } from './commands/backup.js';
import { checkIdCommand } from './commands/check-id.js';
import { cohortCommand } from './commands/cohort.js';
import { conformityCommand } from './commands/conformity.js';
import { demoCommand } from './commands/demo.js';
import { outcomesCommand } from './commands/outcomes.js';
import { reportCommand } from './commands/report.js';
import { retentionCommand } from './commands/retention.js';
import { scoreCommand } from './commands/score.js';
import { simulateCommand } from './commands/simulate.js';
import { specimenCommand } from './commands/specimen.js';
import { surveyCommand } from './commands/survey.js';
import { userCommand } from './commands/user.js';
import { validateCommand } from './commands/validate.js';
import type { Host } from './io/host.js';
import { complain } from './io/complain.js';
import { Answered, LocalisedCommand } from './localised-command.js';
import { type ExitCode, languageOf, openSession, type Session } from './session.js';

/**
 * Runs one command line. Standard output is written at the end and only when the exit code is 0
 * or 1; with 2 there is a reason and a remedy on standard error and nothing else.
 */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  let session: Session | undefined;
  try {
    session = openSession(host, argv);
    await perform(argv, session);
    await session.flush();
    return session.exitCode;
  } catch (error) {
    const locale = session?.locale ?? languageOf(host.environment);
    host.writeError(`${complain(error, locale)}\n`);
    return 2;
  }
}

async function perform(argv: readonly string[], session: Session): Promise<void> {
  try {
    await buildProgram(session).parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof Answered)) throw error;
  }
}

function buildProgram(session: Session): LocalisedCommand {
  const { t } = session;
  const program = new LocalisedCommand(session, 'sukoyaka');
  program
    .option(`--lang <${LOCALES.join('|')}>`, t('option.lang'))
    .option('--json', t('option.json'))
    .version(productVersion(), '--version', t('option.version'));
  surveyCommand(program, session);
  validateCommand(program, session);
  conformityCommand(program, session);
  scoreCommand(program, session);
  cohortCommand(program, session);
  reportCommand(program, session);
  outcomesCommand(program, session);
  checkIdCommand(program, session);
  specimenCommand(program, session);
  simulateCommand(program, session);
  userCommand(program, session);
  demoCommand(program, session);
  backupCommand(program, session);
  auditCommand(program, session);
  retentionCommand(program, session);
  return program;
}
