import type { CompiledScoring } from '@sukoyaka/scoring';
import type { ConditionProperties } from 'json-rules-engine';

export interface PointRule {
  readonly question: string;
  readonly condition: ConditionProperties;
  readonly points: number;
}

/** The scoring of the plain questions as rules for a rule engine: one for each option, step and year. */
export function pointRules({ questions }: CompiledScoring): readonly PointRule[] {
  return questions.flatMap(({ question, scoring }): PointRule[] => {
    const { id: fact } = question;
    const rule = (condition: ConditionProperties, points: number): PointRule => ({
      question: fact,
      condition,
      points,
    });
    if (question.perSite) return [];
    if (scoring.by === 'options' && (question.type === 'single' || question.type === 'multiple')) {
      const operator = question.type === 'single' ? 'equal' : 'contains';
      return question.options
        .filter((option) => option.points)
        .map((option) => rule({ fact, operator, value: option.id }, option.points ?? 0));
    }
    if (scoring.by === 'progress') {
      return [
        rule({ fact, operator: 'equal', value: 'yes' }, scoring.max),
        rule({ fact, operator: 'equal', value: 'in-progress' }, scoring.inProgress),
      ];
    }
    if (scoring.by === 'steps') {
      const up = scoring.direction === 'higher-is-better';
      const operator = up ? 'greaterThanInclusive' : 'lessThanInclusive';
      const measured = question.type === 'year-table' ? `${fact}/${scoring.item ?? ''}` : fact;
      return scoring.steps.map(({ at, points }) =>
        rule({ fact: measured, operator, value: at }, points),
      );
    }
    if (scoring.by === 'years-measured') {
      return Array.from({ length: Math.ceil(scoring.max / scoring.perYear) }, (_, k) =>
        rule(
          { fact: `${fact}/years`, operator: 'greaterThanInclusive', value: k + 1 },
          Math.min(scoring.max, (k + 1) * scoring.perYear),
        ),
      );
    }
    return [rule({ fact, operator: 'notEqual', value: null }, scoring.max)];
  });
}
