import { decide, readStatement, type RuleSet, type Verdict } from '@sukoyaka/conformity';
import { DomainError } from '@sukoyaka/kernel';
import { type InputRecord, readRecords } from '../io/read.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { verdictObject } from '../view/verdict-object.js';
import { verdictText } from '../view/verdict.js';

interface Options {
  readonly rules: string;
  readonly criteria: string;
  readonly assumeGates?: true;
}

export function conformityCommand(program: LocalisedCommand, session: Session): void {
  const { t } = session;
  program
    .nest('conformity')
    .requiredOption('--rules <rule set>', t('option.rules'))
    .requiredOption('--criteria <file>', t('option.criteria'))
    .option('--assume-gates', t('option.assume-gates'))
    .action((options: Options) => conformity(session, options));
}

async function conformity(session: Session, options: Options): Promise<void> {
  const rules = session.catalogue.ruleSet(options.rules);
  const records = await readRecords(session.host, options.criteria);
  for (const record of records) {
    const verdict = judge(rules, record, options.assumeGates ?? false);
    session.conclude(verdict.conforms === true);
    if (session.json) session.emit(verdictObject(verdict));
    else session.print(verdictText(session, rules, verdict));
  }
}

/** A statement that can't be read is refused with the line on which it stands. */
function judge(rules: RuleSet, record: InputRecord, assumeGates: boolean): Verdict {
  try {
    return decide(rules, readStatement(record.value, rules, assumeGates));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new Refusal(error.code, { ...error.params } as Refusal['params'], record.place);
  }
}
