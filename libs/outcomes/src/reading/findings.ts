import {
  indicatorOf,
  instrumentOf,
  TOPICS,
  type IndicatorId,
  type InstrumentId,
  type Topic,
} from '../catalogue/catalogue.js';
import type { Figure } from '../figures/figure.js';
import { readFigures } from '../figures/read-figures.js';
import { readName, type NameReading } from '../kpi/read-name.js';
import { tokenise } from '../text/lexer.js';
import type { Sense, Token } from '../text/tokens.js';
import { placeFigures, type PlacedFigure } from './kinds.js';
import {
  acceptedFamilies,
  indicatorByUnit,
  isAccepted,
  isForeign,
  unitFigures,
  withListedLabels,
} from './select.js';
import type { OutcomeRow, Unit } from './types.js';
import { unitOf } from './units.js';

/** What a row holds before it is judged. */
export interface Findings {
  readonly row: OutcomeRow;
  readonly name: NameReading;
  readonly tokens: readonly Token[];
  readonly indicator: IndicatorId | null;
  readonly instrument: InstrumentId | null;
  readonly unit: Unit | null;
  /** Figures of the row's unit, the main one first. */
  readonly figures: readonly PlacedFigure[];
  /** Levels read, whatever they measure. */
  readonly levels: readonly Figure[];
  /** Everything read, differences included. */
  readonly read: readonly Figure[];
  readonly sense: Sense | null;
  readonly rangeOrChange: boolean;
}

/** The most specific instrument that the row names: a scoring before its questionnaire. */
function instrumentIn(name: NameReading, tokens: readonly Token[]): InstrumentId | null {
  const inValue = tokens.flatMap((token) => (token.t === 'instrument' ? [token.instrument] : []));
  const named = [...name.instruments, ...inValue];
  const scoring = named.find((id) => instrumentOf(id).variantOf !== undefined);
  return scoring ?? named[0] ?? null;
}

/** Levels, not differences; but what a programme has brought about is a difference. */
function levelsOf(figures: readonly Figure[], indicator: IndicatorId | null): readonly Figure[] {
  if (indicator === 'programme-effect') return figures;
  return figures.filter((figure) => !figure.change);
}

/** A score printed without a unit is in points, where scores are customary. */
function withBareUnit(
  figures: readonly Figure[],
  indicator: IndicatorId | null,
  instrument: InstrumentId | null,
): readonly Figure[] {
  if (indicator === null || figures.some((figure) => unitOf(figure) !== null)) return figures;
  const { bareUnit } = indicatorOf(indicator);
  if (bareUnit !== 'points') return figures;
  const unit = instrument === null ? bareUnit : (instrumentOf(instrument).bareUnit ?? bareUnit);
  return figures.map((figure) => (figure.unit === null ? { ...figure, unit } : figure));
}

/** The unit of a figure; an index number has none of its own and is taken as it stands. */
function unitNamed(figure: Figure, indicator: IndicatorId | null): Unit | null {
  const unit = unitOf(figure);
  if (indicator === null || (unit !== null && unit !== 'points')) return unit;
  return indicatorOf(indicator).bareUnit === 'index' ? 'index' : unit;
}

/**
 * Loss and performance of one row are opposites: only figures of one of them are kept, and those
 * that are said to be its goal or an earlier one.
 */
function ofOneSense(figures: readonly Figure[], name: NameReading): readonly Figure[] {
  const wanted = name.sense ?? figures.map(({ labels }) => labels.sense).find(Boolean);
  const kept = figures.filter(({ labels: { sense, kind = 'actual' }, superseded }) => {
    const own = sense ?? name.sense ?? undefined;
    return own === wanted || (own === undefined && (superseded || kind !== 'actual'));
  });
  return kept.length > 0 ? kept : figures;
}

/** Organs, diseases and kinds part the figures of these indicators only; elsewhere they are remarks. */
const DETAILED: ReadonlySet<IndicatorId | null> = new Set([
  'cancer-screening',
  'gynaecological-checkup',
  'specific-health-guidance',
  'vaccination',
]);

function withoutDetail(figure: Figure): Figure {
  const { detail: _, ...group } = figure.labels.group;
  return { ...figure, labels: { ...figure.labels, group } };
}

const KIND_ORDER = { actual: 0, target: 1, previous: 2, reference: 3 } as const;

/** The main figure: of the row's kind, in the running text, of the whole workforce if stated. */
function mainFirst(
  figures: readonly PlacedFigure[],
  kind: PlacedFigure['kind'],
): readonly PlacedFigure[] {
  const weight = (figure: PlacedFigure): number =>
    (figure.kind === kind ? 0 : 100 + 10 * KIND_ORDER[figure.kind]) +
    4 * Math.min(figure.depth, 2) +
    (figure.labels.whole ? 0 : 1);
  const main = figures.reduce<PlacedFigure | undefined>(
    (best, figure) => (best === undefined || weight(figure) < weight(best) ? figure : best),
    undefined,
  );
  return main === undefined ? [] : [main, ...figures.filter((figure) => figure !== main)];
}

/** Places figures by the labels of the row's name, the main one first. */
function placed(figures: readonly Figure[], name: NameReading): readonly PlacedFigure[] {
  const kind = name.labels.kind ?? 'actual';
  // What the name itself narrows down to needs no group: the name says it.
  const { detail: _, ...group } = name.labels.group;
  return mainFirst(placeFigures(figures, { labels: { ...name.labels, group }, kind }), kind);
}

/** Levels of the row's own indicator in a unit that fits it; all levels when none does. */
function candidates(
  levels: readonly Figure[],
  name: NameReading,
  indicator: IndicatorId | null,
): readonly Figure[] {
  const families = acceptedFamilies(name);
  const usable = levels.filter(
    (figure) => isAccepted(figure, families) || unitNamed(figure, indicator) === 'index',
  );
  const pool = usable.length > 0 ? usable : levels;
  const cleaned = DETAILED.has(indicator) ? pool : pool.map(withoutDetail);
  return indicator === 'presenteeism' ? ofOneSense(cleaned, name) : cleaned;
}

/** "健康セミナー | 満足度90%": where the name counts nothing, the first figure says what is counted. */
function counting(name: NameReading, [first]: readonly Figure[]): NameReading {
  const { subject } = name;
  const measure = first?.counts ?? null;
  if (measure === null || subject.outcome !== 'found') return name;
  if (subject.measure !== 'none' || subject.topic === null) return name;
  const { readings }: Topic = TOPICS[subject.topic];
  const indicator = readings[measure];
  if (indicator === undefined || indicator === 'unclear') return name;
  return { ...name, subject: { ...subject, indicator, measure } };
}

/** Finds what a row says: the indicator from its name, the figures from its value. */
export function findingsOf(row: OutcomeRow): Findings {
  const tokens = tokenise(row.value, row.kpi);
  const { figures: printed, rangeOrChange } = readFigures(tokens);
  const name = counting(readName(row.kpi, row.company), printed);
  const named = name.subject.outcome === 'found' ? name.subject.indicator : null;
  const instrument = instrumentIn(name, tokens);
  const all = [...withListedLabels(printed, name), ...name.figures];
  const native = all.filter((figure) => named === null || !isForeign(figure, name, named));
  // A figure takes no unit from one of another indicator: "50.2（回答率91%）" is no percentage.
  const levels = withBareUnit(levelsOf(unitFigures(native, name), named), named, instrument);
  const own = candidates(levels, name, named);
  const [main] = placed(own, name);
  const unit = main === undefined ? null : unitNamed(main, named);
  const ofUnit = own.filter((figure) => unitNamed(figure, named) === unit);
  return {
    row,
    name,
    tokens,
    indicator: indicatorByUnit(name, unit),
    instrument,
    unit,
    figures: placed(ofUnit, name),
    levels,
    read: unitFigures(all, name),
    sense: main?.labels.sense ?? name.sense,
    rangeOrChange,
  };
}
