import type { Token } from '../text/tokens.js';

/** A bracket and what it holds. */
export interface Bracket {
  readonly t: 'bracket';
  readonly nodes: readonly Node[];
  readonly spaced: boolean;
}

export type Node = Token | Bracket;

/** Words that carry nothing for a figure. */
const SILENT: ReadonlySet<Token['t']> = new Set([
  'filler',
  'link',
  'noise',
  'instrument',
  'absence',
]);

/** Nobody publishes brackets within more brackets than these; each level costs its reader stack. */
const DEEPEST = 8;

/**
 * Nests tokens by their brackets. An unclosed bracket ends with the text; a stray close is dropped;
 * brackets deeper than `DEEPEST` lie side by side in the last.
 */
export function nest(tokens: readonly Token[]): readonly Node[] {
  const root: Node[] = [];
  const stack: Node[][] = [root];
  for (const token of tokens) {
    if (token.t === 'open' && stack.length > DEEPEST) stack.pop();
    const level = stack.at(-1) ?? root;
    if (token.t === 'open') {
      const nodes: Node[] = [];
      level.push({ t: 'bracket', nodes, spaced: token.spaced });
      stack.push(nodes);
    } else if (token.t === 'close') {
      if (stack.length > 1) stack.pop();
    } else level.push(token);
  }
  return root;
}

/** A number glued to an unknown word and without a unit is part of a name: ホワイト500. */
function isNameNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1]?.t;
  return (
    token?.t === 'number' &&
    !token.spaced &&
    tokens[at - 1]?.t === 'word' &&
    next !== 'unit' &&
    next !== 'multiplier' &&
    next !== 'range' &&
    next !== 'slash'
  );
}

/** The tokens that matter to figures, nested by brackets. */
export function figureNodes(tokens: readonly Token[]): readonly Node[] {
  const telling = tokens.filter((token, at) => !SILENT.has(token.t) && !isNameNumber(tokens, at));
  return nest(telling);
}
