import { foldTerm } from '../text/normalise.js';
import { tokenise } from '../text/lexer.js';
import type { Token } from '../text/tokens.js';
import { nest, type Node } from '../figures/nodes.js';

/** A name split into what it says in its running text and what it adds in brackets. */
export interface NameParts {
  /** Tokens of the running text that names the indicator. */
  readonly core: readonly Token[];
  /** Tokens of headings before it and of brackets. */
  readonly side: readonly Token[];
  /** The brackets, one by one. */
  readonly brackets: readonly (readonly Node[])[];
}

const NAMING: ReadonlySet<Token['t']> = new Set(['topic', 'measure', 'instrument']);

function flatten(nodes: readonly Node[]): readonly Token[] {
  return nodes.flatMap((node) => (node.t === 'bracket' ? flatten(node.nodes) : [node]));
}

/** Splits the running text at colons: "健康指標：喫煙率" names 喫煙率 under a heading. */
function segments(nodes: readonly Node[]): readonly (readonly Token[])[] {
  const result: Token[][] = [[]];
  for (const node of nodes) {
    if (node.t === 'bracket') continue;
    if (node.t === 'colon') result.push([]);
    else result.at(-1)?.push(node);
  }
  return result;
}

/** The parts of the name of a published figure. */
export function namePartsOf(name: string): NameParts {
  const nodes = nest(tokenise(name));
  const pieces = segments(nodes);
  const named = pieces.findLastIndex((piece) => piece.some((token) => NAMING.has(token.t)));
  const at = Math.max(named, 0);
  const brackets = nodes.flatMap((node) => (node.t === 'bracket' ? [node.nodes] : []));
  const core = pieces[at] ?? [];
  const others = pieces.filter((_, index) => index !== at).flat();
  return { core, side: [...others, ...brackets.flatMap(flatten)], brackets };
}

/** The text of a bracket, as far as it can be written again from its tokens. */
export function bracketText(nodes: readonly Node[]): string {
  const tokens = flatten(nodes);
  const own = tokens.filter((token, at) => at === 0 || token.text !== tokens[at - 1]?.text);
  return foldTerm(own.map((token) => token.text).join(''));
}
