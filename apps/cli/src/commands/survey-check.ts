import { checkSurvey, type SurveyCheck } from '@sukoyaka/catalogue';
import { translator } from '@sukoyaka/localisation';
import { type DefinitionFault, describeFault, dimensionKey } from '@sukoyaka/survey';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { indent } from '../view/text.js';

export function surveyCheckCommand(survey: LocalisedCommand, session: Session): void {
  survey
    .nest('check')
    .argument('[edition...]', session.t('argument.editions'))
    .action((editions: readonly string[]) => check(session, editions));
}

/** Checks the named editions, or all, and prints what their questions cover. */
function check(session: Session, editions: readonly string[]): void {
  const { catalogue } = session;
  const wanted = editions.length > 0 ? editions : catalogue.editionIds();
  const checks = wanted.map((id) => checkSurvey(catalogue, id));
  for (const result of checks) {
    const sound = result.faults.length === 0;
    session.conclude(sound);
    if (session.json) session.emit(checkObject(session, sound, result));
    else session.print(checkText(session, result));
  }
}

/** The contract of `survey check --json`: faults and holes with their code, values and sentence. */
function checkObject({ locale }: Session, sound: boolean, result: SurveyCheck): object {
  const inWords = (fault: DefinitionFault): object => ({
    ...fault,
    fault: describeFault(fault, locale),
  });
  const { edition, faults, coverage } = result;
  const holes = coverage.holes.map(inWords);
  return { sound, edition, faults: faults.map(inWords), coverage: { ...coverage, holes } };
}

function checkText({ t, locale }: Session, { edition, faults, coverage }: SurveyCheck): string {
  const nameOf = translator(locale, 'survey');
  const { questions, figures, rows } = coverage;
  const lines = [`${edition} · ${t('check.size', { questions, figures })}`];
  for (const [dimension, found] of Map.groupBy(rows, (row) => row.dimension)) {
    lines.push(indent(nameOf(dimensionKey(dimension))));
    for (const row of found) {
      const count = String(row.questions.length).padStart(4);
      lines.push(indent(`${count}  ${row.target}  ${preview(row.questions)}`, 2));
    }
  }
  for (const fault of faults) {
    lines.push(indent(`${t('check.fault')} ${fault.at}: ${describeFault(fault, locale)}`));
  }
  lines.push(
    indent(faults.length === 0 ? t('check.sound') : t('check.faults', { count: faults.length })),
  );
  return lines.join('\n').concat('\n');
}

const SHOWN = 3;

function preview(questions: readonly string[]): string {
  const shown = questions.slice(0, SHOWN).join(', ');
  return questions.length > SHOWN ? `${shown}, …` : shown;
}
