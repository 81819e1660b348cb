import { type OutcomeFigure, rateFigures } from '@sukoyaka/evaluation';
import type { View } from '../view.js';

/** The rates of participation that the feedback plan names, as far as the company stated them. */
export function participationOf({ survey, evaluation }: View): readonly OutcomeFigure[] {
  const tables = survey.edition.feedback?.participation ?? [];
  return rateFigures(survey, evaluation.answers, tables, evaluation.organisation ?? undefined);
}

/** The other outcome figures: each figure stands in the report once. */
export function outcomesBeside(view: View): readonly OutcomeFigure[] {
  const tables = view.survey.edition.feedback?.participation ?? [];
  return view.evaluation.outcomes.filter(({ question }) => !tables.includes(question));
}
