import type { Token } from './tokens.js';

const EXCLUDABLE: ReadonlySet<Token['t']> = new Set(['group', 'topic']);
const BETWEEN_EXCLUDED: ReadonlySet<Token['t']> = new Set(['filler', 'separator', 'link', 'word']);

/** How many tokens from `at` on, in steps of `by`, an exclusion speaks of. */
function excludedFrom(tokens: readonly Token[], at: number, by: 1 | -1): readonly number[] {
  const places: number[] = [];
  for (let i = at; ; i += by) {
    const token = tokens[i];
    if (token !== undefined && EXCLUDABLE.has(token.t)) places.push(i);
    else if (token === undefined || !BETWEEN_EXCLUDED.has(token.t)) return places;
  }
}

/** "海外を除く", "excluding contractors": who is left out is not who is counted. */
export function withoutExcluded(tokens: readonly Token[]): readonly Token[] {
  const excluded = new Set<number>();
  tokens.forEach((token, at) => {
    if (token.t !== 'exclusion') return;
    const before = /^[a-zก-๛]/u.test(token.text) ? [] : excludedFrom(tokens, at - 1, -1);
    const places = before.length > 0 ? before : excludedFrom(tokens, at + 1, 1);
    for (const place of places) excluded.add(place);
  });
  return silenced(tokens, excluded);
}

/**
 * "2020年4月より全社禁煙", "since 2020": when something began is not the time of a figure.
 * A Japanese mark follows its year, an English or Thai one stands before it.
 */
export function withoutStarts(tokens: readonly Token[]): readonly Token[] {
  const starts = new Set<number>();
  tokens.forEach((token, at) => {
    if (token.t !== 'since') return;
    const before = tokens[at - 1]?.t === 'period';
    const next = tokens.findIndex((other, place) => place > at && other.t !== 'filler');
    if (before) starts.add(at - 1);
    else if (tokens[next]?.t === 'period') starts.add(next);
  });
  return silenced(tokens, starts);
}

/** "前年を上回る95.6%": what the figure is compared with is not what it is. */
export function withoutComparisons(tokens: readonly Token[]): readonly Token[] {
  const compared = tokens.flatMap((token, at) => (token.t === 'comparison' ? [at - 1, at] : []));
  return silenced(tokens, new Set(compared));
}

/** The tokens with those at `places` saying nothing. */
function silenced(tokens: readonly Token[], places: ReadonlySet<number>): readonly Token[] {
  if (places.size === 0) return tokens;
  return tokens.map((token, at) =>
    places.has(at) ? { t: 'filler', text: token.text, spaced: token.spaced } : token,
  );
}
