import type { Score } from '@sukoyaka/scoring';
import type { Accent, BarValue, Block, Cell, TableColumn, TableRow } from '@sukoyaka/typesetting';
import { cycleName } from '../facts/cycles.js';
import { comparedGroups, comparisonsOf, type ShownComparison } from '../facts/comparisons.js';
import {
  certainScore,
  deviationText,
  NOTHING,
  rangeOf,
  rangeText,
  type ScoreRange,
} from '../facts/score-range.js';
import type { View } from '../view.js';
import { join, number, type Phrase, same, say, share } from '../words/phrase.js';

/** The parts of the survey that stand in tables of scores. */
export type ScoredPart = 'sides' | 'subItems' | 'healthIssues';

/** One line of a table of scores. */
export interface ScoreLine {
  readonly name: Phrase;
  readonly part: ScoredPart;
  readonly id: string;
  readonly accent: Accent;
  readonly section?: boolean;
}

/** A column, and what it shows of a line. */
interface ScoreColumn {
  readonly column: TableColumn;
  readonly title: Phrase;
  readonly cell: (line: ScoreLine) => Cell;
}

/** A table of scores, with columns for what this report has: the last cycle, T values, others. */
export function scoreTable(view: View, lines: readonly ScoreLine[], summary: string): Block {
  const { wording } = view;
  const columns = columnsOf(view, lines);
  return {
    kind: 'table',
    style: view.print.table,
    columns: columns.map(({ column }) => column),
    header: columns.map(({ title }) => ({ texts: wording.texts(title) })),
    rows: lines.map((line): TableRow => ({
      accent: line.accent,
      ...(line.section ? { section: true } : {}),
      cells: columns.map(({ cell }) => cell(line)),
    })),
    summary: wording.say(summary),
  };
}

function columnsOf(view: View, lines: readonly ScoreLine[]): readonly ScoreColumn[] {
  const { evaluation, before } = view;
  const compared = comparisonsOf(view);
  const deviations = lines.some(({ part }) => evaluation.standing?.[part] != null);
  const narrow = compared.length > 0;
  return [
    { column: { share: 1 }, title: say('table.name'), cell: (line) => nameCell(view, line) },
    {
      column: { width: narrow ? 96 : 150 },
      title: say('table.score'),
      cell: (line) => ({ bar: lineBar(view, line) }),
    },
    ...(before ? [figureColumn(view, 50, cycleName(view, before), beforeText)] : []),
    ...(deviations ? [figureColumn(view, 48, say('table.deviation'), ownDeviation)] : []),
    ...compared.filter(({ isMean }) => isMean).map((each) => comparisonColumn(view, 50, [each])),
    ...bestColumn(
      view,
      compared.filter(({ isMean }) => !isMean),
    ),
    ...(narrow ? [] : [figureColumn(view, 62, say('table.open'), openText)]),
  ];
}

type Figure = (view: View, line: ScoreLine) => Phrase;

function figureColumn(view: View, width: number, title: Phrase, figure: Figure): ScoreColumn {
  return {
    column: { width, align: 'right' },
    title,
    cell: (line) => ({ texts: view.wording.texts(figure(view, line)) }),
  };
}

/** Statistics of others in one column, one beside the other. */
function comparisonColumn(
  view: View,
  width: number,
  compared: readonly ShownComparison[],
): ScoreColumn {
  const title = join(
    compared.map((each) => each.title),
    'beside',
  );
  return figureColumn(view, width, title, (_, { part, id }) =>
    join(
      compared.map(({ of }) => wholeNumber(of[part][id])),
      'beside',
    ),
  );
}

function wholeNumber(value: number | null | undefined): Phrase {
  return value == null ? same(NOTHING) : number(value, 0);
}

function bestColumn(view: View, best: readonly ShownComparison[]): readonly ScoreColumn[] {
  return best.length === 0 ? [] : [comparisonColumn(view, 76, best)];
}

const scoreOf = ({ evaluation }: View, { part, id }: ScoreLine): Score | undefined =>
  evaluation.scores[part][id];

const scoreBefore = ({ before }: View, { part, id }: ScoreLine): Score | undefined =>
  before?.evaluation.scores[part][id];

function nameCell({ wording }: View, { name, section }: ScoreLine): Cell {
  const texts = wording.texts(name);
  return { texts, rowHeader: true, ...(section ? { weight: 'bold' as const } : {}) };
}

function lineBar(view: View, line: ScoreLine): BarValue {
  const mean = view.evaluation.comparison?.all?.means[line.part][line.id] ?? null;
  const ticks = [certainScore(scoreBefore(view, line)), mean];
  return scoreBar(view, rangeOf(scoreOf(view, line)), line.accent, ticks);
}

const beforeText: Figure = (view, line) => rangeText(rangeOf(scoreBefore(view, line)));

const ownDeviation: Figure = (view, line) =>
  deviationText(view.evaluation.standing?.[line.part]?.[line.id], rangeOf(scoreOf(view, line)));

const openText: Figure = (view, line) => {
  const shown = rangeOf(scoreOf(view, line));
  if (shown === null) return same(NOTHING);
  return shown.openShare > 0 ? share(shown.openShare) : same('0');
};

/** A bar of the certain score with ticks; hatched where most is unknown or nothing applies. */
export function scoreBar(
  { wording }: View,
  shown: ScoreRange | null,
  accent: Accent,
  references: readonly (number | null)[] = [],
): BarValue {
  const certain = shown === null || shown.mostlyUnknown ? null : shown.low;
  const text = wording.primary(rangeText(shown));
  const open = certain === null || shown === null ? {} : { upTo: shown.high };
  return { value: certain, ...open, text, accent, references };
}

/** What the ticks on the bars mean, where there are any. */
export function tickKeys({ before, evaluation }: View): readonly string[] {
  return [
    ...(before ? ['table.tick-before'] : []),
    ...(evaluation.comparison?.all ? ['table.tick-mean'] : []),
  ];
}

/** Who the others are: a group may be wider than the company's own industry or size. */
export function comparedNote({ wording, evaluation, print }: View): readonly Block[] {
  const groups = evaluation.comparison ? comparedGroups(evaluation.comparison) : [];
  if (groups.length === 0) return [];
  const texts = wording.say('method.compared', { groups: join(groups, 'items') });
  return [{ kind: 'paragraph', texts, style: print.note }];
}
