import type { Standing } from '@sukoyaka/scoring';
import { fixed, number, type Phrase, say } from '../words/phrase.js';
import { deviationOf, type ScoreRange } from './score-range.js';

function nextBandText({ from, to, distance }: NonNullable<Standing['nextBand']>): Phrase {
  return say('standing.next-band', {
    from: number(from, 0),
    to: number(to, 0),
    distance: fixed(distance),
  });
}

/** What the report says of a company's place among others, in the order of importance; [] for nothing. */
export function standingFacts(standing: Standing | null, overall: ScoreRange | null): Phrase[] {
  if (standing === null) return [say('standing.no-cohort')];
  const n = number(standing.cohort.n, 0);
  if (overall?.mostlyUnknown) return [say('standing.mostly-unknown', { n })];
  const facts: Phrase[] = [];
  const open = overall !== null && overall.openShare > 0;
  const deviation = deviationOf(standing.overall, overall);
  if (deviation !== null) {
    const key = open ? 'standing.deviation-at-least' : 'standing.deviation';
    facts.push(say(key, { value: fixed(deviation) }));
  }
  if (standing.rankBand) {
    const { from, to } = standing.rankBand;
    const key = open && from > 1 ? 'standing.rank-or-better' : 'standing.rank';
    facts.push(say(key, { from: number(from, 0), to: number(to, 0), n }));
  }
  if (standing.nextBand && !open) facts.push(nextBandText(standing.nextBand));
  if (standing.quarter !== null) {
    const key = open && standing.quarter > 1 ? 'standing.quarter-at-present' : 'standing.quarter';
    facts.push(say(key, { quarter: say(`standing.quarters.${standing.quarter}`), n }));
  }
  return facts.length > 0 ? facts : [say('standing.too-small', { n })];
}
