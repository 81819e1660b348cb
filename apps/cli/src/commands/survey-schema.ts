import type { Edition } from '@sukoyaka/survey';
import { readFileSync } from 'node:fs';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { shapeOf } from '../template/shape.js';
import { oneOf } from './options.js';

const FILES = {
  answers: '../../../../libs/survey/schema/answer-sheet.schema.json',
  edition: '../../../../libs/survey/schema/edition.schema.json',
  cohort: '../../../../libs/scoring/schema/cohort-statistics.schema.json',
} as const;

type Kind = keyof typeof FILES;
const KINDS: readonly Kind[] = ['answers', 'edition', 'cohort'];

export function surveySchemaCommand(survey: LocalisedCommand, session: Session): void {
  const { t } = session;
  survey
    .nest('schema')
    .argument('<answers|edition|cohort>', t('argument.schema'))
    .argument('[edition]', t('argument.edition-of-answers'))
    .action((kind: string, edition?: string) => schema(session, kind, edition));
}

function schema(session: Session, wanted: string, id: string | undefined): void {
  const kind = oneOf(session.t('argument.schema'), KINDS)(wanted);
  const general = JSON.parse(readFileSync(new URL(FILES[kind], import.meta.url), 'utf8')) as Schema;
  const edition = id === undefined ? undefined : session.catalogue.edition(id);
  const printed = edition && kind === 'answers' ? answersOf(general, edition) : general;
  if (session.json) session.emit(printed);
  else session.print(JSON.stringify(printed, null, 2));
}

interface Schema {
  readonly $id: string;
  readonly properties: Readonly<Record<string, object>>;
  readonly [key: string]: unknown;
}

/** The general shape of sheets, narrowed to the questions of one edition. */
function answersOf(general: Schema, edition: Edition): Schema {
  const questions = edition.sections.flatMap((section) => section.questions);
  const answers = {
    type: 'object',
    properties: Object.fromEntries(questions.map((q) => [q.id, shapeOf(q, edition)])),
    additionalProperties: false,
  };
  const $id = `urn:sukoyaka:schema:answers:${edition.id}:${edition.version}`;
  return {
    ...general,
    $id,
    properties: { ...general.properties, edition: { const: edition.id }, answers },
  };
}
