import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { questionText, sectionHeading } from '../view/question.js';

interface Options {
  readonly guidance?: true;
}

export function surveyShowCommand(survey: LocalisedCommand, session: Session): void {
  const { t } = session;
  survey
    .nest('show')
    .argument('<edition>', t('argument.edition'))
    .argument('[question...]', t('argument.questions'))
    .option('--guidance', t('option.guidance'))
    .action((edition: string, questions: readonly string[], options: Options) =>
      show(session, edition, questions, options),
    );
}

/** The whole edition, or only the named questions, those with all their guidance. */
function show(session: Session, id: string, wanted: readonly string[], options: Options): void {
  const edition = session.catalogue.edition(id);
  const known = edition.sections.flatMap(({ questions }) => questions);
  for (const question of wanted) {
    if (known.some((each) => each.id === question)) continue;
    throw new Refusal('QUESTION_UNKNOWN', { question, edition: id });
  }
  const chosen = (question: string): boolean => wanted.length === 0 || wanted.includes(question);
  if (session.json) {
    if (wanted.length === 0) return session.emit(edition);
    return known.filter((each) => chosen(each.id)).forEach((each) => session.emit(each));
  }
  const withGuidance = options.guidance ?? wanted.length > 0;
  session.print(`${edition.title[session.locale]} (${edition.id}, ${edition.version})\n`);
  for (const section of edition.sections) {
    const questions = section.questions.filter((question) => chosen(question.id));
    if (questions.length === 0) continue;
    session.print(sectionHeading(session, section, wanted.length === 0));
    for (const question of questions) session.print(questionText(session, question, withGuidance));
  }
}
