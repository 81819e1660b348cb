import { DomainError } from '@sukoyaka/kernel';
import { parseOutcomeTable, readOutcome, type OutcomeRow } from '@sukoyaka/outcomes';
import { readText } from '../io/read.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';

export function outcomesCommand(program: LocalisedCommand, session: Session): void {
  program
    .nest('outcomes')
    .argument('<file>', session.t('argument.tsv'))
    .action((file: string) => outcomes(session, file));
}

/** The output is NDJSON with and without --json: it is made for the next program. */
async function outcomes(session: Session, file: string): Promise<void> {
  const table = await readText(session.host, file);
  for (const row of rowsOf(table, file)) session.emit(readOutcome(row));
}

function rowsOf(table: string, file: string): readonly OutcomeRow[] {
  try {
    return parseOutcomeTable(table);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const params = { ...error.params } as Refusal['params'];
    const line = Number(params['line'] ?? 1);
    throw new Refusal(error.code, params, { file, line });
  }
}
