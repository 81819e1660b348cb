import { answerOf } from '@sukoyaka/survey';
import { answeredTopics } from '../facts/parent.js';
import { participationOf } from '../facts/participation.js';
import type { View } from '../view.js';
import { localised } from '../words/phrase.js';
import { twinOutcomes } from './answers.js';
import type { Say } from './sentence.js';
import type { ReportTwin } from './types.js';

type Parts = Pick<ReportTwin, 'comparison' | 'management' | 'issues' | 'parentTopics'>;

/** What the sheet says of strategy, disclosure, board, participation and the main issues. */
export function twinManagement(view: View, say: Say): Parts {
  const { survey, evaluation } = view;
  const { strategy = [], disclosure = [], board = [], issues = [] } = survey.edition.feedback ?? {};
  const textOf = (question: string): string | null => {
    const value = answerOf(evaluation.answers, question);
    return typeof value === 'string' ? value : null;
  };
  return {
    comparison: comparisonOf(view),
    management: {
      strategy,
      disclosure,
      board,
      participation: twinOutcomes(view, participationOf(view), say),
    },
    issues: issues.map(({ theme, problem, measure, effect }) => ({
      theme: textOf(theme),
      problem: textOf(problem),
      measure: textOf(measure),
      effect: textOf(effect),
    })),
    parentTopics: answeredTopics(view).map(({ topic: { id, name, provenance }, ...rest }) => ({
      id,
      name: say(localised(name)),
      provenance,
      ...rest,
    })),
  };
}

function comparisonOf({ evaluation: { comparison } }: View): ReportTwin['comparison'] {
  if (!comparison) return null;
  const group = (of: (typeof comparison)['all']) => of && { classes: of.classes, n: of.n };
  return {
    all: group(comparison.all),
    industry: group(comparison.industry),
    size: group(comparison.size),
  };
}
