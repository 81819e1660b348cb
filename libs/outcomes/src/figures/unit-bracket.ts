import { round } from '@sukoyaka/kernel';
import { tokenise } from '../text/lexer.js';
import { foldTerm } from '../text/normalise.js';
import type { BaseUnit, Per, Token } from '../text/tokens.js';
import { readAmount } from './amount.js';
import { figureNodes, type Node } from './nodes.js';

/** A unit, or only a time to count by, that a bracket names and nothing else. */
export interface NamedUnit {
  readonly unit: BaseUnit | null;
  readonly per: Per | null;
  /** What a figure printed without a unit is to be multiplied by: 1,000 in "(千円)". */
  readonly factor: number;
}

/** The value of a figure in units of its own: 623 under "(千円)" is 623,000. */
export function multiplied(
  { value, high }: { readonly value: number; readonly high: number | null },
  factor: number,
): { readonly value: number; readonly high: number | null } {
  const times = (number: number): number => round(number * factor, 6);
  return { value: times(value), high: high === null ? null : times(high) };
}

const LONGEST_UNIT = 24;
const UNIT_HEADING = /^(?:単位|unit|หน่วย)\s*:?\s*/u;

/** All tokens of a tree in the order of the text. */
export function flatTokens(nodes: readonly Node[]): readonly Token[] {
  return nodes.flatMap((node) => (node.t === 'bracket' ? flatTokens(node.nodes) : [node]));
}

/** The text of a bracket, written again from its tokens (several may share one spelling). */
function textOf(tokens: readonly Token[]): string {
  const own = tokens.filter((token, at) => at === 0 || token.text !== tokens[at - 1]?.text);
  return foldTerm(own.map((token) => token.text).join(''));
}

function unitAlone(text: string): NamedUnit | null {
  if (text === '' || text.length > LONGEST_UNIT || /\d/u.test(text)) return null;
  const read = figureNodes(tokenise(`1${text}`));
  const amount = readAmount(read, 0);
  if (amount?.unit == null || amount.next < read.length) return null;
  return { unit: amount.unit, per: amount.per, factor: amount.value };
}

/** "(%)", "(時間/月)", "(2023年度・月平均)": what a bracket without a number adds to a unit. */
export function unitOfBracket(nodes: readonly Node[]): NamedUnit | null {
  const tokens = flatTokens(nodes);
  const alone = unitAlone(textOf(tokens).replace(UNIT_HEADING, ''));
  // Nothing is published in months: "(月)" behind hours says what they are counted by.
  if (alone?.unit === 'months') return { unit: null, per: 'month', factor: 1 };
  if (alone !== null) return alone;
  if (tokens.some((token) => token.t === 'number')) return null;
  const per = tokens.find((token) => token.t === 'per' && token.per !== 'person');
  return per?.t === 'per' ? { unit: null, per: per.per, factor: 1 } : null;
}
