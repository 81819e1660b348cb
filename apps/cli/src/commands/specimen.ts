import type { Locale } from '@sukoyaka/kernel';
import { readText } from '../io/read.js';
import { refuseSameFile } from '../io/same-file.js';
import { writeOutput } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { languageList, numberWithin } from './options.js';

/** Narrower paragraphs can't hold a word, wider ones no page. */
const LEAST_WIDTH = 20;
const MOST_WIDTH = 2000;

interface Options {
  readonly text: string;
  readonly languages: readonly Locale[];
  readonly width: number;
  readonly out: string;
}

export function specimenCommand(program: LocalisedCommand, session: Session): void {
  const { t } = session;
  const width = numberWithin('--width', LEAST_WIDTH, MOST_WIDTH);
  program
    .nest('specimen')
    .requiredOption('--text <file>', t('option.text'))
    .requiredOption('--languages <list>', t('option.languages'), languageList(3))
    .requiredOption('--width <points>', t('option.width'), width)
    .requiredOption('--out <file>', t('option.out'))
    .action((options: Options) => specimen(session, options));
}

async function specimen(session: Session, options: Options): Promise<void> {
  const { text, languages, width, out } = options;
  refuseSameFile(session.host, [text, out]);
  const lines = (await readText(session.host, text)).replace(/\r?\n$/, '').split(/\r?\n/);
  const { renderSpecimen } = await import('@sukoyaka/typesetting');
  await writeOutput(session.host, out, await renderSpecimen({ lines, languages, width }));
  session.wrote(out, session.t('specimen.written', { file: out }));
}
