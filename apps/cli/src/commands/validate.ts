import { readRecords } from '../io/read.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { withProgress } from '../io/progress.js';
import { checkSheet, openWorkbench } from '../sheets.js';
import { validationObject, validationText } from '../view/validation.js';

interface Options {
  readonly survey: string;
  readonly answers: string;
  readonly complete?: true;
}

export function validateCommand(program: LocalisedCommand, session: Session): void {
  const { t } = session;
  program
    .nest('validate')
    .requiredOption('--survey <edition>', t('option.survey'))
    .requiredOption('--answers <file>', t('option.answers'))
    .option('--complete', t('option.complete'))
    .action((options: Options) => validate(session, options));
}

async function validate(session: Session, options: Options): Promise<void> {
  const bench = openWorkbench(session, options.survey);
  const records = await readRecords(session.host, options.answers);
  const label = session.t('progress.checking');
  const checked = withProgress(session.host, label, records.length, records, (record) =>
    checkSheet(session, bench, record),
  );
  for await (const sheet of checked) {
    const { valid, complete } = sheet.validation;
    session.conclude(valid && (complete || !options.complete));
    if (session.json) session.emit(validationObject(bench, sheet));
    else session.print(validationText(session, bench, sheet));
  }
}
