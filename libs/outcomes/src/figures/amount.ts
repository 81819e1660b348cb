import { round } from '@sukoyaka/kernel';
import type { BaseUnit, Per, Token } from '../text/tokens.js';
import type { Node } from './nodes.js';

type NumberToken = Token & { readonly t: 'number' };

/** A number with its unit, as it stands in the text. */
export interface Amount {
  readonly value: number;
  readonly decimals: number;
  readonly sign: NumberToken['sign'];
  readonly readable: boolean;
  readonly unit: BaseUnit | null;
  readonly per: Per | null;
  /** Index of the node after it. */
  readonly next: number;
}

type Draft = { -readonly [K in keyof Amount]: Amount[K] };

const MAX_DECIMALS = 6;

function numberNode(nodes: readonly Node[], at: number): NumberToken | undefined {
  const node = nodes[at];
  return node?.t === 'number' ? node : undefined;
}

/** 1.4億, 7千, 1億4,000万. */
function readMultipliers(nodes: readonly Node[], draft: Draft): void {
  let total = 0;
  let part = draft.value;
  for (;;) {
    const node = nodes[draft.next];
    if (node?.t === 'multiplier') {
      part *= node.factor;
      draft.next += 1;
      continue;
    }
    const more = numberNode(nodes, draft.next);
    const follows = nodes[draft.next + 1]?.t === 'multiplier';
    if (more === undefined || !follows || part === draft.value) break;
    total += part;
    part = more.value;
    draft.next += 1;
  }
  draft.value = round(total + part, MAX_DECIMALS);
}

/** A second number with a smaller unit: 7割5分, 24時間30分. */
function readMinor(nodes: readonly Node[], draft: Draft): void {
  const minor = numberNode(nodes, draft.next);
  const unit = nodes[draft.next + 1];
  if (minor === undefined || unit?.t !== 'unit' || unit.unit !== 'minutes') return;
  if (draft.unit === 'percent') draft.value += minor.value;
  else {
    draft.value = round(draft.value + minor.value / 60, 2);
    draft.decimals = 2;
  }
  draft.next += 2;
}

function readUnit(nodes: readonly Node[], draft: Draft): void {
  const node = nodes[draft.next];
  if (node?.t !== 'unit') return;
  draft.next += 1;
  draft.unit = node.unit;
  if (node.unit === 'tenths') {
    draft.unit = 'percent';
    draft.value = round(draft.value * 10, MAX_DECIMALS);
    draft.decimals = Math.max(0, draft.decimals - 1);
    readMinor(nodes, draft);
    return;
  }
  if (node.factor !== 1) {
    draft.value = round(draft.value * node.factor, MAX_DECIMALS);
    draft.decimals += 1;
  }
  if (node.unit === 'hours') readMinor(nodes, draft);
}

/** "/月", "/人・年", "per month": a person is not kept, the time is. */
function readPer(nodes: readonly Node[], draft: Draft): void {
  for (;;) {
    const node = nodes[draft.next];
    const another = node?.t === 'separator' && node.text === '・' && draft.per !== null;
    const joined = node?.t === 'slash' || another;
    const at = joined ? draft.next + 1 : draft.next;
    const per = nodes[at];
    if (per?.t !== 'per') return;
    if (draft.per === null || draft.per === 'person') draft.per = per.per;
    draft.next = at + 1;
  }
}

/** The amount that begins with the number at `at`, or `null`. */
export function readAmount(nodes: readonly Node[], at: number): Amount | null {
  const number = numberNode(nodes, at);
  if (number === undefined) return null;
  const { value, decimals, sign, readable } = number;
  const draft: Draft = { value, decimals, sign, readable, unit: null, per: null, next: at + 1 };
  readMultipliers(nodes, draft);
  readUnit(nodes, draft);
  readPer(nodes, draft);
  return draft;
}
