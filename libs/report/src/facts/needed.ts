import type { Reading, View } from '../view.js';
import { numbered } from './numbering.js';
import { join, joinSome, localised, number, type Phrase, say } from '../words/phrase.js';
import { wayInWords } from '../words/way.js';
import { type CriteriaPart, criteriaParts, itemName, stateIn, wayTo } from './criteria.js';

/** What would be needed to conform, part by part. */
export interface NeededPart {
  readonly kind: CriteriaPart['kind'];
  readonly id: string;
  /** What to do with the items: meet each, or choose so many of them. */
  readonly instruction: Phrase;
  readonly items: readonly NeededItem[];
}

export interface NeededItem {
  readonly id: string;
  readonly name: Phrase;
  /** Readings that need the same thing stand together. */
  readonly ways: readonly NeededWay[];
}

export interface NeededWay {
  readonly readings: readonly Reading[];
  /** All of these are needed. */
  readonly steps: readonly Phrase[];
}

/** Of the mandatory questions that are open so many are named. */
const NAMED_QUESTIONS = 6;

/** Of a group's open items the report names so many more than are needed. */
const SPARE_OPTIONS = 3;

/** The shortest ways to conform over all readings, readings with the same way taken together. */
export function neededParts(view: View): readonly NeededPart[] {
  return criteriaParts(view.readings).flatMap((part) => {
    if (part.kind === 'extras') return [];
    const wanted = view.readings.map((reading) => openItems(reading, part));
    const ids = [...new Set(wanted.flat())];
    if (ids.length === 0) return [];
    const items = ids.map((id) => neededItem(view, part, id, wanted));
    return [{ kind: part.kind, id: part.id, instruction: instructionOf(view, part), items }];
  });
}

function openItems({ path }: Reading, { kind, id }: CriteriaPart): readonly string[] {
  if (kind === 'required') return path.required;
  if (kind === 'gates') return path.gates;
  const choice = path.choose.find(({ group }) => group === id);
  return choice ? choice.options.slice(0, choice.count + SPARE_OPTIONS) : [];
}

function neededItem(
  view: View,
  { kind }: CriteriaPart,
  id: string,
  wanted: readonly (readonly string[])[],
): NeededItem {
  const ways = new Map<string, { readings: Reading[]; steps: readonly Phrase[] }>();
  view.readings.forEach((reading, at) => {
    if (!wanted[at]?.includes(id) || stateIn(reading, kind, id) === 'met') return;
    const steps = stepsTo(view, reading, kind, id);
    const key = steps.map((step) => step('en')).join('\n');
    const known = ways.get(key);
    if (known) known.readings.push(reading);
    else ways.set(key, { readings: [reading], steps });
  });
  return { id, name: itemName(view, kind, id), ways: [...ways.values()] };
}

/** What would meet an item in a reading, in words; its reading where no single answer would. */
export function stepsTo(
  view: View,
  reading: Reading,
  kind: CriteriaPart['kind'],
  id: string,
): readonly Phrase[] {
  const { completeness, answers } = view.evaluation;
  const gate = reading.rules.gates.find((rule) => rule.id === id);
  if (kind === 'gates' && gate?.when === 'mandatory-complete') {
    const open = completeness.missing.flatMap((missing) => view.survey.question(missing) ?? []);
    const questions = open.map((question) => numbered(view, question));
    return [say('way.mandatory', { questions: joinSome(questions, NAMED_QUESTIONS) })];
  }
  const leaves = wayTo(view, reading, kind, id);
  const answerFirst = kind === 'gates' || 2 * completeness.answered < completeness.asked;
  if (leaves.length > 0) {
    return leaves.map((leaf) => wayInWords(leaf, view.survey, answers, answerFirst));
  }
  const rule = reading.rules.criteria.find((criterion) => criterion.id === id);
  return [rule ? say('way.reading', { reading: localised(rule.reading) }) : say('way.none')];
}

function instructionOf(view: View, part: CriteriaPart): Phrase {
  const { kind, id } = part;
  if (kind === 'required') return say('needed.required');
  if (kind === 'gates') return say('needed.gates');
  const counts = view.readings.map(
    ({ path }) => path.choose.find(({ group }) => group === id)?.count ?? 0,
  );
  const [first = 0] = counts;
  if (counts.every((count) => count === first)) {
    return say('needed.choose', { group: part.name, n: number(first, 0) });
  }
  const each = view.readings.map(({ rules }, at) =>
    say('needed.count-in', { reading: localised(rules.title), n: number(counts[at] ?? 0, 0) }),
  );
  return say('needed.choose-differing', { group: part.name, counts: join(each, 'facts') });
}
