import type { Scores } from '@sukoyaka/scoring';
import type { Cycle, View } from '../view.js';
import { cycleName } from './cycles.js';
import { overallRange, shownEnds } from './score-range.js';
import { type Phrase, say, signed } from '../words/phrase.js';

/** How the certain overall score, as it is shown, moved since the last cycle, in points. */
export interface Change {
  readonly since: Cycle;
  readonly total: number;
  /** What the company changed, and what the questionnaire's change alone did; they sum to `total`. */
  readonly company: number;
  readonly rules: number;
}

/** The change since the last cycle; null in the first one, and while most of either is unknown. */
export function changeOf({ before, evaluation }: View): Change | null {
  if (!before) return null;
  const now = certain(evaluation.scores);
  const then = certain(before.evaluation.scores);
  const restated = before.restated ? certain(before.restated) : then;
  if (now === null || then === null || restated === null) return null;
  return { since: before, total: now - then, company: now - restated, rules: restated - then };
}

function certain(scores: Scores): number | null {
  const shown = overallRange(scores);
  return shown === null || shown.mostlyUnknown ? null : shownEnds(shown).low;
}

/** The change in words; which part of it the questionnaire made, where it changed. */
export function changeText(change: Change, view: View): Phrase {
  const { since, total, company, rules } = change;
  const key = view.before?.restated ? 'change.split' : 'change.total';
  return say(key, {
    since: cycleName(view, since),
    total: signed(total),
    company: signed(company),
    rules: signed(rules),
  });
}
