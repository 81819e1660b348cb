import { type CriterionState, type LeafCondition, shortestWay } from '@sukoyaka/conformity';
import type { Reading, View } from '../view.js';
import { sectionNumber } from '../sections/parts.js';
import { joinSome, localised, number, type Phrase, say } from '../words/phrase.js';

/** How many of a reading's required items, a group, the extras or the gates are met. */
export interface Count {
  readonly met: number;
  readonly unknown: number;
  readonly of: number;
  /** How many are needed. */
  readonly need: number;
}

/** A part of the criteria, as every reading that has it counts it. */
export interface CriteriaPart {
  readonly kind: 'required' | 'group' | 'extras' | 'gates';
  readonly id: string;
  readonly name: Phrase;
  /** Criterion or gate ids, each once, in the order of the first reading that has them. */
  readonly items: readonly string[];
  /** By reading; null where the reading does not have the part. */
  readonly counts: readonly (Count | null)[];
}

interface Listed {
  readonly kind: CriteriaPart['kind'];
  readonly id: string;
  readonly name: Phrase;
  readonly items: readonly string[];
  readonly need: number;
}

/** The parts of all readings: required items, groups, gates, extras. */
export function criteriaParts(readings: readonly Reading[]): readonly CriteriaPart[] {
  const listed = readings.map((reading) => partsOf(reading));
  const keys = [...new Set(listed.flatMap((parts) => parts.map(keyOf)))];
  return keys
    .flatMap((key) => {
      const found = listed.map((parts) => parts.find((part) => keyOf(part) === key));
      const first = found.find((part) => part !== undefined);
      if (!first) return [];
      const items = [...new Set(found.flatMap((part) => part?.items ?? []))];
      const counts = readings.map((reading, at) => {
        const part = found[at];
        return part ? countOf(part, reading) : null;
      });
      return [{ kind: first.kind, id: first.id, name: first.name, items, counts }];
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER: readonly CriteriaPart['kind'][] = ['required', 'group', 'gates', 'extras'];

function keyOf({ kind, id }: Pick<Listed, 'kind' | 'id'>): string {
  return `${kind}/${id}`;
}

function partsOf({ rules }: Reading): readonly Listed[] {
  const { required, groups, gates, extras } = rules;
  const of = (
    kind: Listed['kind'],
    id: string,
    name: Phrase,
    items: readonly string[],
  ): Listed => ({
    kind,
    id,
    name,
    items,
    need: items.length,
  });
  return [
    of('required', 'required', say('criteria.required'), required),
    ...groups.map((group) => ({
      ...of('group', group.id, localised(group.name), group.of),
      need: group.min,
    })),
    of(
      'gates',
      'gates',
      say('criteria.gates'),
      gates.map(({ id }) => id),
    ),
    ...(extras ? [of('extras', extras.id, localised(extras.name), extras.criteria)] : []),
  ].filter(({ items }) => items.length > 0);
}

function countOf(part: Listed, reading: Reading): Count {
  const states = part.items.map((id) => stateIn(reading, part.kind, id));
  const met = states.filter((state) => state === 'met').length;
  const unknown = states.filter((state) => state === 'unknown').length;
  return { met, unknown, of: part.items.length, need: part.need };
}

/** How one criterion or gate stands in a reading; null where the reading does not have it. */
export function stateIn(
  reading: Reading,
  kind: CriteriaPart['kind'],
  id: string,
): CriterionState | null {
  if (kind === 'gates') return reading.gates.find(({ gate }) => gate === id)?.state ?? null;
  return reading.criteria.find(({ criterion }) => criterion === id)?.state ?? null;
}

/** `11 of 14`: how many are met of how many are needed, and how many are unknown. */
export function countText({ met, need, unknown }: Count): Phrase {
  const counts = { met: number(met, 0), need: number(need, 0), unknown: number(unknown, 0) };
  const known = say(met > need ? 'criteria.count-above' : 'criteria.count', counts);
  return unknown > 0 ? say('criteria.count-unknown', { count: known, ...counts }) : known;
}

/** How many of a reading's open items are certainly not met, and how many hang on unknowns. */
export function openCounts(reading: Reading): { readonly not: number; readonly unknown: number } {
  const not = partsOf(reading)
    .filter(({ kind }) => kind !== 'extras')
    .map((part) => {
      const { met, unknown, need } = countOf(part, reading);
      return Math.max(0, need - met - unknown);
    })
    .reduce((sum, count) => sum + count, 0);
  return { not, unknown: reading.path.steps - not };
}

/** The decision in the words that a result may be called by; nothing but "all met" or "n open". */
export function decisionText({ verdict, path }: Reading): Phrase {
  if (verdict.conforms === true) return say('decision.all-met');
  return say('decision.open', { n: number(path.steps, 0) });
}

/** What the decision hangs on: nothing, unknown answers, or something that is certainly not met. */
export function decisionNote(reading: Reading): Phrase {
  const { conforms, level } = reading.verdict;
  if (level === 'white500-extras-met') return say('decision.extras-met');
  if (conforms === true) {
    return say('decision.note-met', { section: sectionNumber('criteria') });
  }
  if (conforms === null) return say('decision.note-unknown');
  const { not, unknown } = openCounts(reading);
  const counts = { not: number(not, 0), unknown: number(unknown, 0) };
  return say(unknown > 0 ? 'decision.note-partly-unknown' : 'decision.note-not-met', counts);
}

/** How many open items are named before the rest is counted. */
const NAMED_ITEMS = 3;

/** What is still open in a reading, by name; nothing where it conforms. */
export function openItemsText(view: View, reading: Reading): readonly Phrase[] {
  const { required, gates, choose } = reading.path;
  const items = [
    ...gates.map((id) => itemName(view, 'gates', id)),
    ...required.map((id) => itemName(view, 'required', id)),
    ...choose.map(({ group, count }) =>
      say('decision.open-of-group', { n: number(count, 0), group: groupName(reading, group) }),
    ),
  ];
  if (items.length === 0) return [];
  return [say('decision.still-open', { items: joinSome(items, NAMED_ITEMS) })];
}

function groupName({ rules }: Reading, id: string): Phrase {
  const found = rules.groups.find((group) => group.id === id);
  return found ? localised(found.name) : () => id;
}

/** The name of a criterion or gate in the first reading that has it, with METI's number of the year. */
export function itemName(view: View, kind: CriteriaPart['kind'], id: string): Phrase {
  for (const { rules } of view.readings) {
    const found = (kind === 'gates' ? rules.gates : rules.criteria).find((rule) => rule.id === id);
    if (found) return numberedName(view, id, localised(found.name));
  }
  return () => id;
}

const CIRCLED_ONE = 0x2460;
const MOST_CIRCLED = 20;

function numberedName({ programme, survey }: View, id: string, name: Phrase): Phrase {
  const criterion = programme.criteria.find((each) => each.id === id);
  const at = criterion?.metiNumber?.[survey.edition.division];
  if (at == null || at > MOST_CIRCLED) return name;
  return say('criteria.numbered', { number: String.fromCodePoint(CIRCLED_ONE + at - 1), name });
}

/** The single conditions whose coming true would meet a criterion or gate in a reading; [] when none is known. */
export function wayTo(
  view: View,
  reading: Reading,
  kind: CriteriaPart['kind'],
  id: string,
): readonly LeafCondition[] {
  if (kind !== 'gates') {
    return reading.criteria.find(({ criterion }) => criterion === id)?.toMeet ?? [];
  }
  const when = reading.rules.gates.find((gate) => gate.id === id)?.when;
  if (when === undefined || when === 'mandatory-complete') return [];
  return shortestWay(when, view.evaluation.answers);
}
