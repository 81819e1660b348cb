import type { Score } from '@sukoyaka/scoring';
import type { Accent, BarValue, Cell, TableColumn, TableRow } from '@sukoyaka/typesetting';
import {
  deviationText,
  NOTHING,
  rangeOf,
  rangeText,
  type ScoreRange,
} from '../facts/score-range.js';
import type { View } from '../view.js';
import { type Phrase, same, share, year } from '../words/phrase.js';

/** One line of a table of scores. */
export interface ScoreLine {
  readonly name: Phrase;
  readonly score: Score | undefined;
  readonly before: Score | undefined;
  readonly deviation: number | null | undefined;
  readonly accent: Accent;
  readonly section?: boolean;
}

/** Which columns a report's score tables have: none for what nobody has. */
export interface ScoreColumns {
  readonly before: boolean;
  readonly deviation: boolean;
}

export function scoreColumns({ columns, view }: Layout): {
  readonly columns: readonly TableColumn[];
  readonly header: readonly Cell[];
} {
  const { wording, before } = view;
  const optional: (readonly [TableColumn, Cell])[] = [];
  if (columns.before && before) {
    const label = wording.texts(year(before.edition.year));
    optional.push([{ width: 54, align: 'right' }, { texts: label }]);
  }
  if (columns.deviation) {
    optional.push([{ width: 54, align: 'right' }, { texts: wording.say('table.deviation') }]);
  }
  const all: (readonly [TableColumn, Cell])[] = [
    [{ share: 1 }, { texts: wording.say('table.name') }],
    [{ width: 150 }, { texts: wording.say('table.score') }],
    ...optional,
    [{ width: 62, align: 'right' }, { texts: wording.say('table.open') }],
  ];
  return { columns: all.map(([column]) => column), header: all.map(([, cell]) => cell) };
}

interface Layout {
  readonly view: View;
  readonly columns: ScoreColumns;
}

export function scoreRow({ view, columns }: Layout, line: ScoreLine): TableRow {
  const { wording } = view;
  const shown = rangeOf(line.score);
  const cell = (phrase: Phrase): Cell => ({ texts: wording.texts(phrase) });
  return {
    accent: line.accent,
    ...(line.section ? { section: true } : {}),
    cells: [
      {
        texts: wording.texts(line.name),
        rowHeader: true,
        ...(line.section ? { weight: 'bold' as const } : {}),
      },
      { bar: scoreBar(view, shown, line.accent, line.before) },
      ...(columns.before && view.before ? [cell(rangeText(rangeOf(line.before)))] : []),
      ...(columns.deviation ? [cell(deviationText(line.deviation, shown))] : []),
      cell(openText(shown)),
    ],
  };
}

function openText(shown: ScoreRange | null): Phrase {
  if (shown === null) return same(NOTHING);
  return shown.openShare > 0 ? share(shown.openShare) : same('0');
}

/** A bar of the certain score; hatched where most is unknown or nothing applies. */
export function scoreBar(
  { wording }: View,
  shown: ScoreRange | null,
  accent: Accent,
  before?: Score,
): BarValue {
  const certain = shown === null || shown.mostlyUnknown ? null : shown.low;
  return {
    value: certain,
    text: wording.primary(rangeText(shown)),
    accent,
    references: [before?.score ?? null],
  };
}
