import { tokenise } from '../text/lexer.js';
import type { Token } from '../text/tokens.js';
import { nest, type Node } from '../figures/nodes.js';
import { flatTokens } from '../figures/unit-bracket.js';

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

/** "（出勤しているが生産性が低下している状態）" explains the name and adds nothing to it. */
const EXPLANATION = /(?:状態|こと|状態を(?:指す|いう)|ことを(?:指す|いう)|状態のこと)[。]?$/u;

function isExplanation(bracket: readonly Node[]): boolean {
  const text = flatTokens(bracket).map((token) => token.text);
  return EXPLANATION.test(text.join('')) && text.length > 1;
}

/** The parts of the name of a published figure. */
export function namePartsOf(name: string): NameParts {
  const nodes = nest(tokenise(name));
  const pieces = segments(nodes);
  const named = pieces.findLastIndex((piece) => piece.some((token) => NAMING.has(token.t)));
  const at = Math.max(named, 0);
  const brackets = nodes.flatMap((node) =>
    node.t === 'bracket' && !isExplanation(node.nodes) ? [node.nodes] : [],
  );
  const core = pieces[at] ?? [];
  const others = pieces.filter((_, index) => index !== at).flat();
  return { core, side: [...others, ...brackets.flatMap(flatTokens)], brackets };
}
