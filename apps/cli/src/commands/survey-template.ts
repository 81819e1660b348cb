import { writeOutput } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { Refusal } from '../io/refusal.js';
import { templateSheet } from '../template/sheet.js';
import { oneOf } from './options.js';

const FORMATS = ['json', 'xlsx'] as const;

interface Options {
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
}

export function surveyTemplateCommand(survey: LocalisedCommand, session: Session): void {
  const { t } = session;
  survey
    .nest('template')
    .argument('<edition>', t('argument.edition'))
    .option('--format <json|xlsx>', t('option.format'), oneOf('--format', FORMATS), 'json')
    .option('--out <file>', t('option.out'))
    .action((edition: string, options: Options) => template(session, edition, options));
}

async function template(session: Session, id: string, options: Options): Promise<void> {
  const { host, locale, t } = session;
  const edition = session.catalogue.edition(id);
  if (options.format === 'xlsx') {
    if (options.out === undefined) throw new Refusal('OUT_NEEDED', { format: options.format });
    const { templateWorkbook } = await import('../template/workbook.js');
    await writeOutput(host, options.out, await templateWorkbook(edition, locale));
  } else {
    const sheet = templateSheet(edition, locale);
    if (options.out === undefined) {
      return session.json ? session.emit(sheet) : session.print(JSON.stringify(sheet, null, 2));
    }
    await writeOutput(host, options.out, `${JSON.stringify(sheet, null, 2)}\n`);
  }
  session.wrote(options.out, t('template.written', { file: options.out }), { edition: id });
}
