import { round } from '@sukoyaka/kernel';
import type { Bound } from '../text/tokens.js';
import { readAmount, type Amount } from './amount.js';
import type { Figure } from './figure.js';
import type { Node } from './nodes.js';

/** A figure without the words around it. */
export type Quantity = Omit<Figure, 'labels' | 'depth' | 'groupInherited' | 'counts'>;

/** What was said right before a number. */
export interface Before {
  readonly bound: Bound;
  readonly from: boolean;
  readonly between: boolean;
  readonly change: boolean;
}

type Read<T> = { readonly read: T; readonly next: number };

const LOWER: ReadonlySet<string> = new Set(['at-least', 'more-than']);
const UPPER: ReadonlySet<string> = new Set(['at-most', 'less-than']);

function quantity(amount: Amount, extra: Partial<Quantity> = {}): Quantity {
  const { value, decimals, unit, per, readable } = amount;
  return {
    value,
    high: null,
    decimals,
    unit,
    per,
    scale: null,
    bound: 'exact',
    change: amount.sign === '+' || amount.sign === 'change' || unit === 'percentage-points',
    superseded: false,
    readable,
    implied: false,
    ...extra,
  };
}

const signed = (amount: Amount): Amount =>
  amount.sign === '-' && amount.value > 0 ? { ...amount, value: -amount.value } : amount;

const isCount = (amount: Amount): boolean => amount.unit === 'people';
const isScore = (amount: Amount): boolean => amount.unit === null || amount.unit === 'points';

/** "125名中120名", "120/125名", "5人に1人": a share of people, to one decimal. */
function shareOfPeople(a: Amount, b: Amount, next: number): Read<Quantity> | null {
  const whole = Math.max(a.value, b.value);
  if (whole === 0 || !(isCount(a) || isCount(b))) return null;
  if (!(isCount(a) || a.unit === null) || !(isCount(b) || b.unit === null)) return null;
  const value = round((100 * Math.min(a.value, b.value)) / whole, 1);
  const readable = a.readable && b.readable;
  const share = { value, decimals: 1, unit: 'percent', per: null, readable } as const;
  return { read: quantity({ ...a, ...share }, { implied: true }), next };
}

/** "7.56/10", "3.4 out of 5", "67点/100点". */
function scoreOf(a: Amount, b: Amount, next: number): Read<Quantity> | null {
  if (!isScore(a) || !isScore(b) || !Number.isInteger(b.value) || b.value < 2) return null;
  const readable = a.readable && b.readable;
  return { read: quantity(signed(a), { unit: 'points', scale: b.value, readable }), next };
}

/** A number by another: a score by its maximum, or people by people. */
function readFraction(nodes: readonly Node[], a: Amount): Read<Quantity> | null {
  const joint = nodes[a.next];
  const b = readAmount(nodes, a.next + 1);
  if (joint === undefined || b === null) return null;
  const people = shareOfPeople(a, b, b.next);
  if (joint.t === 'slash') return people ?? (isLevelList(a, b) ? null : scoreOf(a, b, b.next));
  if (joint.t === 'among') return people ?? scoreOf(a, b, b.next);
  if (joint.t === 'from' && a.unit !== 'percent' && b.value >= a.value) {
    return people ?? (isThaiScore(joint, a, b) ? scoreOf(a, b, b.next) : null);
  }
  return joint.t === 'level' && isCount(a) && isCount(b) ? people : null;
}

/** Maxima of customary scales, which alone are printed with decimals: "2.6/4.0". */
const SCALES: ReadonlySet<number> = new Set([4, 5, 6, 7, 10, 100]);

/** "3.8 จาก 6": จาก is "from" and "out of"; only a customary maximum tells. */
function isThaiScore(joint: Node, a: Amount, b: Amount): boolean {
  return joint.t === 'from' && joint.text === 'จาก' && a.decimals > 0 && SCALES.has(b.value);
}

/** "31.6/9.0" are two levels, not a score of its maximum. */
function isLevelList(a: Amount, b: Amount): boolean {
  if (b.decimals > 0) return a.value > b.value || !SCALES.has(b.value);
  return a.value > b.value && b.value < 2;
}

/** "100点満点中67点", "5段階評価で3.8". */
function readScaleFirst(nodes: readonly Node[], a: Amount): Read<Quantity> | null {
  if (nodes[a.next]?.t !== 'scale') return null;
  const at = nodes[a.next + 1]?.t === 'among' ? a.next + 2 : a.next + 1;
  const score = readAmount(nodes, at);
  if (score === null || !isScore(score)) return null;
  const read = quantity(signed(score), { unit: 'points', scale: a.value });
  return { read, next: nodes[score.next]?.t === 'scale' ? score.next + 1 : score.next };
}

const isChangeNode = (node: Node | undefined): boolean => node?.t === 'change';

function isRangeJoint(node: Node | undefined, before: Before): boolean {
  return node?.t === 'range' || (before.between && node?.t === 'separator');
}

/** Whether two amounts can be the ends of one range. */
function spans(a: Amount, b: Amount): boolean {
  return a.unit === null || b.unit === null || a.unit === b.unit;
}

/** "79〜99%", "80%以上90%未満", "between 79% and 99%". */
function readRange(nodes: readonly Node[], a: Amount, before: Before): Read<Quantity> | null {
  const bounded = nodes[a.next];
  const lower = bounded?.t === 'bound-after' && LOWER.has(bounded.bound);
  const joint = lower ? a.next + 1 : a.next;
  const joined = isRangeJoint(nodes[joint], before);
  if (!joined && !lower) return null;
  let at = joined ? joint + 1 : joint;
  const approximate = nodes[at]?.t === 'bound-before';
  if (approximate) at += 1;
  const b = readAmount(nodes, at);
  if (b === null || before.from || a.sign !== '' || b.sign !== '' || !spans(a, b)) return null;
  const end = nodes[b.next];
  const upper = end?.t === 'bound-after' && UPPER.has(end.bound);
  if (!joined && !(upper && b.value > a.value)) return null;
  const next = end?.t === 'bound-after' ? b.next + 1 : b.next;
  if (isChangeNode(nodes[next])) return null;
  return { read: rangeOf(a, b), next };
}

function rangeOf(a: Amount, b: Amount): Quantity {
  return quantity(a, {
    value: Math.min(a.value, b.value),
    high: Math.max(a.value, b.value),
    decimals: Math.max(a.decimals, b.decimals),
    unit: b.unit ?? a.unit,
    per: b.per ?? a.per,
    bound: 'range',
    readable: a.readable && b.readable,
  });
}

/** "90%台" is from 90 to below 100, "8%台" from 8 to below 9. */
function decade(read: Quantity): Quantity {
  const step = read.value >= 10 && read.value % 10 === 0 ? 10 : 1;
  return { ...read, high: read.value + step, bound: 'range' };
}

const NOTHING_AFTER: ReadonlySet<Node['t']> = new Set(['separator', 'slash', 'bracket']);

function readBoundAfter(nodes: readonly Node[], start: Read<Quantity>): Read<Quantity> {
  let { read, next } = start;
  for (;;) {
    const node = nodes[next];
    if (node?.t === 'bound-after') {
      const { bound } = node;
      if (bound === 'decade') read = decade(read);
      else if (read.bound === 'exact' || read.bound === 'about') read = { ...read, bound };
    } else if (isOpenRange(node) && isEnd(nodes[next + 1])) read = { ...read, bound: 'at-least' };
    else return { read, next };
    next += 1;
  }
}

const isOpenRange = (node: Node | undefined): boolean =>
  node?.t === 'range' && (node.text === '\u301c' || node.text === '~');

const isEnd = (node: Node | undefined): boolean => node === undefined || NOTHING_AFTER.has(node.t);

const isJapaneseFrom = (node: Node | undefined): boolean =>
  node?.t === 'from' && (node.text === 'から' || node.text === 'より');

function saysChange(nodes: readonly Node[], at: number): boolean {
  const node = nodes[at];
  if (node?.t !== 'change' || node.side === 'before') return false;
  return node.side === 'after' || nodes[at + 1]?.t !== 'number';
}

/** Particles and verbs after a figure: から (left behind), に低下 (a level), 低下 (a change). */
function readAfter(nodes: readonly Node[], start: Read<Quantity>): Read<Quantity> {
  const { read, next } = start;
  if (isJapaneseFrom(nodes[next])) return { read: { ...read, superseded: true }, next: next + 1 };
  if (nodes[next]?.t === 'level') {
    return { read, next: isChangeNode(nodes[next + 1]) ? next + 2 : next + 1 };
  }
  if (!saysChange(nodes, next)) return start;
  return { read: { ...read, change: true }, next: next + 1 };
}

function applyBefore(start: Read<Quantity>, before: Before): Read<Quantity> {
  const { read, next } = start;
  const bound = read.bound === 'exact' || read.bound === 'about' ? before.bound : read.bound;
  const kept = read.bound === 'about' && before.bound === 'exact' ? 'about' : bound;
  return {
    read: {
      ...read,
      bound: kept,
      change: read.change || before.change,
      superseded: read.superseded || before.from,
    },
    next,
  };
}

/** The quantity that begins with the number at `at`; `null` when no number stands there. */
export function readQuantity(
  nodes: readonly Node[],
  at: number,
  before: Before,
): Read<Quantity> | null {
  const amount = readAmount(nodes, at);
  if (amount === null) return null;
  const plain = { read: quantity(signed(amount)), next: amount.next };
  const start =
    readScaleFirst(nodes, amount) ??
    readFraction(nodes, amount) ??
    readRange(nodes, amount, before) ??
    plain;
  return readAfter(nodes, applyBefore(readBoundAfter(nodes, start), before));
}

/**
 * The maximum of a scale, when that is all that a bracket says: "10点満点", "out of 5", "/5",
 * "0〜6点".
 */
export function scaleOf(bracket: readonly Node[]): number | null {
  const nodes = bracket.filter((node) => !(node.t === 'word' && node.text === 'scale'));
  const at = nodes.findIndex((node) => node.t === 'number');
  const amount = readAmount(nodes, at);
  if (amount === null || !isScore(amount)) return null;
  const before = nodes[at - 1];
  const most = before?.t === 'bound-before' && before.bound === 'at-most';
  const isMost = most && SCALES.has(amount.value);
  const isMaximum =
    nodes[amount.next]?.t === 'scale' || before?.t === 'among' || before?.t === 'slash' || isMost;
  if (isMaximum && nodes.length <= amount.next + 1) return amount.value;
  const range = readRange(nodes, amount, {
    bound: 'exact',
    from: false,
    between: false,
    change: false,
  });
  const isScale = range !== null && range.next >= nodes.length && range.read.value <= 1;
  return isScale ? range.read.high : null;
}
