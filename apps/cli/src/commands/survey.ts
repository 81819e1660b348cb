import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { surveyCheckCommand } from './survey-check.js';
import { surveyListCommand } from './survey-list.js';
import { surveySchemaCommand } from './survey-schema.js';
import { surveyShowCommand } from './survey-show.js';
import { surveyTemplateCommand } from './survey-template.js';

export function surveyCommand(program: LocalisedCommand, session: Session): void {
  const survey = program.nest('survey');
  surveyListCommand(survey, session);
  surveyShowCommand(survey, session);
  surveyTemplateCommand(survey, session);
  surveyCheckCommand(survey, session);
  surveySchemaCommand(survey, session);
}
