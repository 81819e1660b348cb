import type { Locale } from '@sukoyaka/kernel';
import type { Edition } from '@sukoyaka/survey';
import { type Content, writeOutput } from '../io/write-file.js';
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
  const { format, out } = options;
  const edition = session.catalogue.edition(id);
  const shown = out === undefined || (session.json && out === '-');
  if (shown && format === 'xlsx') throw new Refusal('OUT_NEEDED', { format });
  if (shown) return show(session, templateSheet(edition, locale));
  await writeOutput(host, out, await contentOf(edition, locale, format));
  session.wrote(out, t('template.written', { file: out }), { edition: id });
}

function show(session: Session, sheet: object): void {
  if (session.json) session.emit(sheet);
  else session.print(JSON.stringify(sheet, null, 2));
}

async function contentOf(
  edition: Edition,
  locale: Locale,
  format: Options['format'],
): Promise<Content> {
  if (format === 'json') return `${JSON.stringify(templateSheet(edition, locale), null, 2)}\n`;
  const { templateWorkbook } = await import('../template/workbook.js');
  return templateWorkbook(edition, locale);
}
