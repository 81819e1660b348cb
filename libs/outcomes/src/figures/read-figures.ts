import type { Token } from '../text/tokens.js';
import { attachLabels } from './attach.js';
import type { Figure, FigureText } from './figure.js';
import { readItems } from './items.js';
import { figureNodes } from './nodes.js';

/** "79%から99%" says neither that it rose nor that it spans: there is no verb and no time. */
function isRangeOrChange(figures: readonly Figure[]): boolean {
  return figures.some((figure, at) => {
    const next = figures[at + 1];
    return (
      figure.superseded &&
      next?.depth === figure.depth &&
      !next.change &&
      figure.labels.period === undefined &&
      figure.labels.kind === undefined &&
      next.labels.period === undefined &&
      figure.value < next.value
    );
  });
}

/** A percentage that is printed goes before one that is only meant. */
function dropImplied(figures: readonly Figure[]): readonly Figure[] {
  const printed = figures.some(
    ({ implied, unit, change, superseded, labels }) =>
      !implied &&
      !change &&
      !superseded &&
      unit === 'percent' &&
      (labels.kind ?? 'actual') === 'actual',
  );
  return printed ? figures.filter((figure) => !figure.implied) : figures;
}

const TREND: ReadonlySet<string> = new Set(['↓', '↑']);
const OF_FIGURE: ReadonlySet<Token['t']> = new Set(['unit', 'multiplier', 'per', 'bound-after']);

/**
 * "15.9%↓": an arrow behind the first figure marks where the level is heading. It is no difference,
 * unless the figure is one already ("前年比1.2%↓", "1.2pt↓").
 */
function trendAt(tokens: readonly Token[]): number {
  const number = tokens.findIndex(({ t }) => t === 'number');
  const end = tokens.findIndex(({ t }, at) => at > number && !OF_FIGURE.has(t));
  const before = tokens.slice(0, number);
  if (number < 0 || before.some(({ t }) => t === 'open' || t === 'versus' || t === 'change'))
    return -1;
  return TREND.has(tokens[end]?.text ?? '') ? end : -1;
}

/** All figures of a published text with what its words say of each. Never throws. */
export function readFigures(tokens: readonly Token[]): FigureText {
  const trend = trendAt(tokens);
  const stated = tokens.filter((_, at) => at !== trend);
  const figures = dropImplied(attachLabels(readItems(figureNodes(stated))));
  const hasVerb = tokens.some((token) => token.t === 'level' || token.t === 'arrow');
  const fromJapanese = tokens.some((token) => token.t === 'from' && token.text === 'から');
  const isSpan = fromJapanese && !hasVerb && isRangeOrChange(figures);
  // Alone, it may be the difference itself.
  return { figures, rangeOrChange: isSpan || (trend >= 0 && figures.length === 1) };
}
