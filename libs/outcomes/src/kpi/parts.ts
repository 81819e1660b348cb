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

const isNaming = (token: Token): boolean => NAMING.has(token.t);

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

/** "【非喫煙率】": what only a bracket names has that bracket for its running text. */
function unwrapped(nodes: readonly Node[]): readonly Node[] {
  if (nodes.some((node) => node.t !== 'bracket' && isNaming(node))) return nodes;
  const at = nodes.findIndex((node) => node.t === 'bracket' && flatTokens([node]).some(isNaming));
  const naming = nodes[at];
  if (naming?.t !== 'bracket') return nodes;
  const others = nodes.filter((node) => node !== naming);
  const beside: Node = { t: 'bracket', nodes: others, spaced: false };
  return unwrapped(others.length === 0 ? naming.nodes : [...naming.nodes, beside]);
}

const BEFORE_FIGURE: ReadonlySet<Token['t']> = new Set(['filler', 'colon', 'bound-before']);

/** "（回答率82%）" in a name states a figure of its own and says nothing of what the name counts. */
function withoutStated(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token, at) => {
    const next = tokens.slice(at + 1).find((after) => !BEFORE_FIGURE.has(after.t));
    return token.t !== 'measure' || next?.t !== 'number';
  });
}

/** The parts of the name of a published figure. */
export function namePartsOf(name: string): NameParts {
  const nodes = unwrapped(nest(tokenise(name)));
  const pieces = segments(nodes);
  const named = pieces.findLastIndex((piece) => piece.some(isNaming));
  const at = Math.max(named, 0);
  const brackets = nodes.flatMap((node) =>
    node.t === 'bracket' && !isExplanation(node.nodes) ? [node.nodes] : [],
  );
  const core = pieces[at] ?? [];
  const others = pieces.filter((_, index) => index !== at).flat();
  return { core, side: [...others, ...withoutStated(brackets.flatMap(flatTokens))], brackets };
}
