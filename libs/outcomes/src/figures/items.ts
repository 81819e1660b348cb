import type { Measure } from '../catalogue/types.js';
import type { BaseUnit, Bound, Definition, Per, Token } from '../text/tokens.js';
import { NO_LABELS, type Figure, type Labels } from './figure.js';
import { isLabel, labelsOf } from './labels.js';
import type { Bracket, Node } from './nodes.js';
import { readQuantity, scaleOf, type Quantity } from './quantity.js';
import { unitOfBracket, type NamedUnit } from './unit-bracket.js';

/** What a level of a text consists of, as far as figures are concerned. */
export type Item =
  | { readonly i: 'figure'; readonly figure: Figure }
  | {
      readonly i: 'label';
      readonly labels: Labels;
      /** "in 2018": it belongs to what stands before it. */
      readonly after: boolean;
    }
  | {
      readonly i: 'bracket';
      readonly items: readonly Item[];
      /** Set apart from what stands before it and close to the number after it. */
      readonly leads: boolean;
    }
  | { readonly i: 'scale'; readonly scale: number }
  | ({ readonly i: 'unit' } & NamedUnit)
  | { readonly i: 'colon' }
  | { readonly i: 'break' }
  | { readonly i: 'arrow' };

/** What was said before a number and is not yet used. */
interface Pending {
  bound: Bound;
  from: boolean;
  between: boolean;
  change: boolean;
  versus: boolean;
  unit: BaseUnit | null;
  per: Per | null;
  /** The next number defines who is counted. */
  definition: Definition | null;
  /** What the next number counts. */
  counts: Measure | null;
}

interface Cursor {
  readonly nodes: readonly Node[];
  readonly depth: number;
  readonly items: Item[];
  at: number;
  pending: Pending;
  after: boolean;
}

const nothingPending = (): Pending => ({
  bound: 'exact',
  from: false,
  between: false,
  change: false,
  versus: false,
  unit: null,
  per: null,
  definition: null,
  counts: null,
});

function figure(read: Quantity, depth: number, counts: Measure | null = null): Figure {
  return { ...read, labels: NO_LABELS, depth, groupInherited: false, counts };
}

const EVERYONE: Quantity = {
  value: 100,
  high: null,
  decimals: 0,
  unit: 'percent',
  per: null,
  scale: null,
  bound: 'exact',
  change: false,
  superseded: false,
  readable: true,
  implied: true,
};

function pushBreak(cursor: Cursor, i: 'break' | 'arrow'): void {
  cursor.items.push({ i });
  cursor.pending = nothingPending();
}

/** A minus inside a bracket marks a difference ("24.4%（-1.2）"). */
function isBracketedMinus(cursor: Cursor, read: Quantity): boolean {
  return read.value < 0 && cursor.depth > 0;
}

/** "4点満点" that no score follows: the maximum of a score that stands elsewhere. */
function takeMaximum(cursor: Cursor): boolean {
  const { nodes, at } = cursor;
  const node = nodes[at];
  if (node?.t !== 'number' || nodes[at + 1]?.t !== 'scale') return false;
  const next = nodes[at + 2]?.t;
  if (next === 'number' || next === 'among') return false;
  cursor.items.push({ i: 'scale', scale: node.value });
  cursor.at += 2;
  return true;
}

/**
 * "BMI25以上", "勤続10年"; but "2020年入社8.2%" is a rate of those who joined then, and a sum of people
 * ("延べ1,200名") is how many took part.
 */
function defines({ definition }: Pending, { unit }: Quantity): boolean {
  if (definition === 'sum') return unit !== 'people';
  return definition === 'any' || (definition === 'years' && (unit === null || unit === 'years'));
}

/** What is counted beside the level of an indicator: who took part, how they liked it. */
const BESIDE: ReadonlySet<Measure> = new Set([
  'response',
  'participation',
  'completion',
  'registration',
  'achievement',
  'satisfaction',
  'awareness',
]);
const RATE = /(?:率|割合|度|rate)$/u;

/** "回答率82.1%", "満足度90%": the word is of the number after it, if it names a rate. */
function countsOf({ measure, text }: Token & { t: 'measure' }): Measure | null {
  return BESIDE.has(measure) && RATE.test(text) ? measure : null;
}

function takeNumber(cursor: Cursor): void {
  if (takeMaximum(cursor)) return;
  const { pending } = cursor;
  const found = readQuantity(cursor.nodes, cursor.at, {
    ...pending,
    change: pending.change || pending.versus,
  });
  if (found === null) {
    cursor.at += 1;
    return;
  }
  const { read } = found;
  cursor.at = found.next;
  cursor.pending = nothingPending();
  if (defines(pending, read)) return;
  const placed = {
    ...read,
    unit: read.unit ?? pending.unit,
    per: read.per === null || read.per === 'person' ? (pending.per ?? read.per) : read.per,
    change: read.change || isBracketedMinus(cursor, read),
  };
  cursor.items.push({ i: 'figure', figure: figure(placed, cursor.depth, pending.counts) });
}

function takeBracket(cursor: Cursor, bracket: Bracket): void {
  cursor.at += 1;
  const scale = scaleOf(bracket.nodes);
  if (scale !== null) {
    cursor.items.push({ i: 'scale', scale });
    return;
  }
  const unit = unitOfBracket(bracket.nodes);
  if (unit !== null) cursor.items.push({ i: 'unit', ...unit });
  const next = cursor.nodes[cursor.at];
  const leads = bracket.spaced && next?.t === 'number' && !next.spaced;
  cursor.items.push({ i: 'bracket', items: readItems(bracket.nodes, cursor.depth + 1), leads });
}

/** A range sign that joins no two numbers: before one it bounds it, between labels it is an arrow. */
function takeRange(cursor: Cursor, token: Token): void {
  const previous = cursor.items.at(-1)?.i;
  const next = cursor.nodes[cursor.at + 1];
  const wave = token.text === '\u301c' || token.text === '~';
  cursor.at += 1;
  if (next?.t === 'number' && wave && previous !== 'figure') {
    cursor.pending.bound = token.text === '~' ? 'about' : 'at-most';
  } else if (previous === 'figure' && next !== undefined && (wave || token.text !== '-')) {
    pushBreak(cursor, 'arrow');
  } else if (token.text === '-') pushBreak(cursor, 'break');
  else cursor.pending.change = false;
}

/** "2018年度比": the year is what is compared with, not that of the next figure. */
function takeVersus(cursor: Cursor, { text }: Token): void {
  cursor.pending.versus = true;
  const last = cursor.items.at(-1);
  if (!/^対?比/u.test(text)) return;
  if (last?.i === 'label' && last.labels.period !== undefined) cursor.items.pop();
}

function takePending(cursor: Cursor, token: Token): void {
  const { pending } = cursor;
  cursor.at += 1;
  if (token.t === 'bound-before') {
    if (pending.bound === 'exact' || pending.bound === 'about') pending.bound = token.bound;
  } else if (token.t === 'unit-before') pending.unit = token.unit;
  else if (token.t === 'per') pending.per = token.per === 'person' ? pending.per : token.per;
  else if (token.t === 'change') pending.change = token.side !== 'after';
  else if (token.t === 'versus') takeVersus(cursor, token);
  else if (token.t === 'from') Object.assign(pending, { from: true, change: false });
  else if (token.t === 'level') Object.assign(pending, { change: false, from: false });
  else if (token.t === 'between') pending.between = true;
  else if (token.t === 'definition') pending.definition = token.of;
  else if (token.t === 'measure') pending.counts = countsOf(token);
  else if (token.t === 'in') cursor.after = true;
}

function takeToken(cursor: Cursor, token: Token): void {
  if (token.t === 'number') takeNumber(cursor);
  else if (token.t === 'range') takeRange(cursor, token);
  else if (isLabel(token)) {
    // "สูงกว่าเป้าหมาย 80%": it is the current figure that is above, not the goal.
    if (token.t === 'kind') cursor.pending.bound = 'exact';
    // "10%を目標": を makes the goal of the figure before it.
    const after = cursor.after || (token.t === 'kind' && token.text.startsWith('を'));
    cursor.items.push({ i: 'label', labels: labelsOf(token), after });
    cursor.after = false;
    cursor.at += 1;
  } else if (token.t === 'everyone') {
    cursor.items.push({ i: 'figure', figure: figure(EVERYONE, cursor.depth) });
    cursor.at += 1;
  } else if (token.t === 'colon' || token.t === 'heading') {
    cursor.items.push({ i: 'colon' });
    cursor.at += 1;
  } else if (token.t === 'separator' || token.t === 'slash' || token.t === 'arrow') {
    pushBreak(cursor, token.t === 'arrow' ? 'arrow' : 'break');
    cursor.at += 1;
  } else takePending(cursor, token);
}

/** The items of one level of a text, brackets nested. */
export function readItems(nodes: readonly Node[], depth = 0): readonly Item[] {
  const cursor: Cursor = {
    nodes,
    depth,
    items: [],
    at: 0,
    pending: nothingPending(),
    after: false,
  };
  for (;;) {
    const node = nodes[cursor.at];
    if (node === undefined) return cursor.items;
    if (node.t === 'bracket') takeBracket(cursor, node);
    else takeToken(cursor, node);
  }
}
