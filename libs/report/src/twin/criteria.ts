import {
  criteriaParts,
  decisionNote,
  decisionText,
  type CriteriaPart,
  itemName,
} from '../facts/criteria.js';
import { stepsTo } from '../facts/needed.js';
import type { Reading, View } from '../view.js';
import { localised } from '../words/phrase.js';
import type { Say } from './sentence.js';
import type { TwinReading } from './types.js';

/** Each reading with its decision, counts, criteria and formal conditions. */
export function twinReadings(view: View, say: Say): readonly TwinReading[] {
  const parts = criteriaParts(view.readings);
  return view.readings.map((reading, at) => readingOf(view, reading, at, parts, say));
}

function readingOf(
  view: View,
  reading: Reading,
  at: number,
  parts: readonly CriteriaPart[],
  say: Say,
): TwinReading {
  const { rules, verdict, path } = reading;
  return {
    id: rules.id,
    version: rules.version,
    title: say(localised(rules.title)),
    conforms: verdict.conforms,
    level: verdict.level,
    open: path.steps,
    words: say(decisionText(reading)),
    note: say(decisionNote(reading)),
    groups: parts.flatMap(({ id, counts }) => {
      const count = counts[at];
      return count ? [{ id, ...count }] : [];
    }),
    criteria: reading.criteria.map(({ criterion, state, because }) => ({
      id: criterion,
      name: say(itemName(view, 'required', criterion)),
      state,
      because: because.map(({ question }) => question),
      toMeet: state === 'met' ? [] : stepsTo(view, reading, 'required', criterion).map(say),
    })),
    gates: reading.gates.map(({ gate, state }) => ({
      id: gate,
      name: say(itemName(view, 'gates', gate)),
      state,
      toMeet: state === 'met' ? [] : stepsTo(view, reading, 'gates', gate).map(say),
    })),
  };
}
