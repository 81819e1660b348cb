import { type OverallScore, type Stage, stageOf } from '@sukoyaka/scoring';
import type { ScoringPlan } from '@sukoyaka/survey';

/** The stage that would be reached if every unknown turned out best. */
export function bestStage({ best }: OverallScore, plan: ScoringPlan): Stage | null {
  return best === null ? null : stageOf(best, plan);
}
