import type { Scores } from '@sukoyaka/scoring';
import { type CarryOver, carryOver } from '@sukoyaka/survey';
import type { Evaluation } from './evaluation.js';
import type { Evaluator } from './evaluator.js';

/**
 * What an earlier result's answers are worth by the present edition, so that a change of the rules
 * can be told from a change of the company; undefined where it was made by the same version.
 * `carryOvers`: the present edition's mappings; without a fitting one, equal ids carry over.
 */
export function restate(
  { survey, scoring }: Evaluator,
  carryOvers: readonly CarryOver[],
  earlier: Pick<Evaluation, 'edition' | 'answers' | 'organisation'>,
): Scores | undefined {
  const { id, version } = survey.edition;
  const { edition, answers, organisation } = earlier;
  if (edition.id === id && edition.version === version) return undefined;
  const known = carryOvers.find(
    ({ from, to }) =>
      from.edition === edition.id &&
      from.version === edition.version &&
      to.edition === id &&
      to.version === version,
  );
  const mapping: CarryOver = known ?? {
    from: { edition: edition.id, version: edition.version },
    to: { edition: id, version },
    questions: {},
  };
  return scoring.score(carryOver(mapping, answers, survey).answers, organisation ?? undefined);
}
