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
    ({ implied, unit, change, labels }) =>
      !implied && !change && unit === 'percent' && (labels.kind ?? 'actual') === 'actual',
  );
  return printed ? figures.filter((figure) => !figure.implied) : figures;
}

/** All figures of a published text with what its words say of each. Never throws. */
export function readFigures(tokens: readonly Token[]): FigureText {
  const figures = dropImplied(attachLabels(readItems(figureNodes(tokens))));
  const hasVerb = tokens.some((token) => token.t === 'level' || token.t === 'arrow');
  const fromJapanese = tokens.some((token) => token.t === 'from' && token.text === 'から');
  return { figures, rangeOrChange: fromJapanese && !hasVerb && isRangeOrChange(figures) };
}
