import type { OpenEdition } from '../../platform/editions/editions.js';
import type { SurveyOutDto, SurveySummaryOutDto } from './dto/survey.out.dto.js';

export function shownSummary({ edition, hash, evaluator }: OpenEdition): SurveySummaryOutDto {
  const { id, version, programme, division, year, status, title, ruleSets } = edition;
  const questions = evaluator.survey.questions.length;
  const identity = { id, version, contentHash: hash, programme, division, year, status };
  return { ...identity, title, questions, ruleSets };
}

export function shownSurvey(opened: OpenEdition): SurveyOutDto {
  const { description, sections } = opened.edition;
  return { ...shownSummary(opened), description, sections };
}
