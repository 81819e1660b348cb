import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { indent } from '../view/text.js';

export function surveyListCommand(survey: LocalisedCommand, session: Session): void {
  survey.nest('list').action(() => list(session));
}

function list(session: Session): void {
  const { catalogue, locale, t } = session;
  for (const id of catalogue.editionIds()) {
    const { version, year, division, status, title, ruleSets, sections } = catalogue.edition(id);
    const questions = sections.reduce((sum, section) => sum + section.questions.length, 0);
    if (session.json) {
      const size = { sections: sections.length, questions };
      session.emit({ edition: id, version, year, division, status, title, ruleSets, ...size });
      continue;
    }
    const size = t('list.size', { questions, sections: sections.length });
    const lines = [
      title[locale],
      `${t('list.version', { version })} · ${t(`status.${status}`)} · ${size}`,
      t('list.rule-sets', { ruleSets: ruleSets.join(', ') }),
    ];
    session.print([id, ...lines.map((line) => indent(line))].join('\n'));
  }
}
