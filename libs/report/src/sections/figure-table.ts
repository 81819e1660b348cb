import type { OutcomeFigure, YearFigure } from '@sukoyaka/evaluation';
import type { Block, Cell, TableColumn, TableRow } from '@sukoyaka/typesetting';
import {
  figureLabel,
  indicatorName,
  instrumentText,
  peopleText,
  digitsOf,
  plainValue,
  unitName,
} from '../facts/outcomes.js';
import { withNumber } from '../facts/numbering.js';
import { NOTHING } from '../facts/score-range.js';
import { placeInYears, yearsOf } from '../facts/years.js';
import type { View } from '../view.js';
import { type Phrase, same, say, year } from '../words/phrase.js';

/** How many years a figure shows at most, the latest last. */
const YEARS = 3;

/** Figures with unit, instrument and the people behind them, over up to three years. */
export function figureTable(view: View, figures: readonly OutcomeFigure[], summary: string): Block {
  const { wording } = view;
  const years = yearsOf(figures, YEARS);
  const columns = Math.max(1, years.length);
  const yearColumn: TableColumn = { width: 62, align: 'right' };
  const labels = years.length > 0 ? years.map((at) => year(at)) : [say('outcome.latest')];
  return {
    kind: 'table',
    style: view.print.back,
    columns: [{ share: 1 }, { width: 70 }, ...Array.from({ length: columns }, () => yearColumn)],
    header: [
      { texts: wording.say('outcome.figure') },
      { texts: wording.say('outcome.unit') },
      ...labels.map((label) => ({ texts: wording.texts(label) })),
    ],
    rows: figures.map((figure) => figureRow(view, figure, years)),
    summary: wording.say(summary),
  };
}

function figureRow(view: View, figure: OutcomeFigure, years: readonly string[]): TableRow {
  const { wording, survey } = view;
  const instrument = instrumentText(figure, survey);
  const name = indicatorName(figure, survey);
  const label = figureLabel(figure, survey);
  const rest = instrument === null ? label : say('outcome.by', { instrument });
  const lead = withNumber(view, figure.question, name);
  const digits = digitsOf(figure.values);
  return {
    cells: [
      { texts: wording.led(lead, without(rest, name)), rowHeader: true },
      { texts: wording.texts(unitName(figure.unit)) },
      ...placeInYears(figure.values, years).map(({ value, ownYear }) =>
        valueCell(view, value, ownYear, digits),
      ),
    ],
  };
}

/** The value, then the people behind it; a year that is not the column's stands before it. */
function valueCell(
  { wording }: View,
  value: YearFigure | null,
  ownYear: boolean,
  digits: number,
): Cell {
  if (value === null) return { texts: wording.texts(same(NOTHING)), colour: 'muted' };
  if (value.withheld || value.value === null) return { texts: wording.say('outcome.withheld') };
  const people = peopleText(value);
  const plain = plainValue(value, digits);
  const dated: Phrase =
    ownYear && value.year !== null
      ? say('outcome.dated', { year: year(value.year), value: plain })
      : plain;
  return { texts: people === null ? wording.bold(dated) : wording.led(dated, people, 'muted') };
}

/** A label that begins with the name already said goes on after it. */
function without(label: Phrase, name: Phrase): Phrase {
  return (language) => {
    const text = label(language);
    const said = name(language);
    return text.startsWith(said) ? text.slice(said.length).replace(/^[\s:：]+/u, '') : text;
  };
}
