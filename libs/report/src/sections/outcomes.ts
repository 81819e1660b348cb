import type { OutcomeFigure, YearFigure } from '@sukoyaka/evaluation';
import type { Block, Cell, TableRow } from '@sukoyaka/typesetting';
import {
  figureLabel,
  indicatorName,
  instrumentText,
  peopleText,
  valueText,
} from '../facts/outcomes.js';
import type { View } from '../view.js';
import { join, type Phrase, same, say, year } from '../words/phrase.js';
import { heading, intro } from './parts.js';

/** How many years a figure shows at most, the latest last. */
const YEARS = 3;

/** Outcome figures with instrument and number of people; none is compared across instruments. */
export function outcomes(view: View): readonly Block[] {
  const { wording, evaluation } = view;
  const figures = evaluation.outcomes;
  const title = heading(view, 'outcomes');
  if (figures.length === 0) return [title, intro(view, 'outcome.none')];
  return [
    title,
    intro(view, 'outcome.intro'),
    {
      kind: 'table',
      columns: [
        { share: 1 },
        ...Array.from({ length: YEARS }, () => ({ width: 96, align: 'right' as const })),
      ],
      header: [
        { texts: wording.say('outcome.figure') },
        { texts: wording.say('outcome.earlier'), span: YEARS - 1, align: 'right' },
        { texts: wording.say('outcome.latest') },
      ],
      rows: figures.map((figure) => figureRow(view, figure)),
      summary: wording.say('outcome.summary'),
    },
    ...(figures.some(({ values }) => values.some(({ withheld }) => withheld))
      ? [intro(view, 'outcome.withheld-note')]
      : []),
  ];
}

function figureRow(view: View, figure: OutcomeFigure): TableRow {
  const { wording, survey } = view;
  const instrument = instrumentText(figure, survey);
  const label = figureLabel(figure, survey);
  const rest = instrument === null ? label : say('outcome.by', { instrument });
  const shown = figure.values.slice(-YEARS);
  const empty = Array.from({ length: YEARS - shown.length }, () => null);
  return {
    cells: [
      { texts: wording.led(indicatorName(figure, survey), rest), rowHeader: true },
      ...[...empty, ...shown].map((value) => valueCell(view, value, figure.unit)),
    ],
  };
}

function valueCell({ wording }: View, value: YearFigure | null, unit: string): Cell {
  if (value === null) return {};
  const people = peopleText(value);
  const facts: Phrase[] = [
    value.year === null
      ? valueText(value, unit)
      : say('number.in-year', { year: year(value.year), value: valueText(value, unit) }),
    people === null ? same('') : people,
  ];
  return { texts: wording.texts(join(facts, 'sentences')) };
}
