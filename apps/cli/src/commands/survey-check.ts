import { checkSurvey, type SurveyCheck } from '@sukoyaka/catalogue';
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
    if (session.json) session.emit({ sound, ...result });
    else session.print(checkText(session, result));
  }
}

function checkText({ t }: Session, { edition, faults, coverage }: SurveyCheck): string {
  const { questions, figures, rows } = coverage;
  const lines = [`${edition} · ${t('check.size', { questions, figures })}`];
  for (const [dimension, found] of Map.groupBy(rows, (row) => row.dimension)) {
    lines.push(indent(dimension));
    for (const row of found) {
      const count = String(row.questions.length).padStart(4);
      lines.push(indent(`${count}  ${row.target}  ${preview(row.questions)}`, 2));
    }
  }
  for (const { at, fault } of faults) lines.push(indent(`${t('check.fault')} ${at}: ${fault}`));
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
