import {
  indicatorOf,
  instrumentOf,
  type IndicatorId,
  type InstrumentId,
} from '../catalogue/catalogue.js';
import type { Direction } from '../catalogue/types.js';
import type { Figure } from '../figures/figure.js';
import { readFigures } from '../figures/read-figures.js';
import { readName, type NameReading } from '../kpi/read-name.js';
import { tokenise } from '../text/lexer.js';
import type { Sense, Token } from '../text/tokens.js';
import { placeFigures, type PlacedFigure } from './kinds.js';
import { mirror } from './mirror.js';
import {
  acceptedFamilies,
  indicatorByUnit,
  isAccepted,
  isForeign,
  unitFigures,
  withListedGroups,
} from './select.js';
import type { OutcomeReading, OutcomeRow, OutcomeValue, Reason, Status, Unit } from './types.js';
import { greatest, unitOf } from './units.js';

/** What a row holds before it is judged. */
interface Findings {
  readonly row: OutcomeRow;
  readonly name: NameReading;
  readonly tokens: readonly Token[];
  readonly indicator: IndicatorId | null;
  readonly instrument: InstrumentId | null;
  readonly unit: Unit | null;
  /** The main figure first. */
  readonly figures: readonly PlacedFigure[];
  /** Levels read, whatever they measure. */
  readonly levels: readonly Figure[];
  /** Everything read, differences included. */
  readonly read: readonly Figure[];
  readonly sense: Sense | null;
  readonly rangeOrChange: boolean;
}

const UNRECOGNISED: ReadonlySet<Reason> = new Set<Reason>([
  'not-disclosed',
  'not-yet-available',
  'not-applicable',
  'not-measured',
  'unknown-figure',
  'kpi-empty',
  'value-empty',
  'no-figure',
  'number-unreadable',
  'indicator-unknown',
  'change-not-level',
  'out-of-range',
]);

/** The most specific instrument that the row names: a scoring before its questionnaire. */
function instrumentIn(name: NameReading, tokens: readonly Token[]): InstrumentId | null {
  const inValue = tokens.flatMap((token) => (token.t === 'instrument' ? [token.instrument] : []));
  const named = [...name.instruments, ...inValue];
  const variant = named.find((id) => {
    const { variantOf } = instrumentOf(id);
    return variantOf !== undefined;
  });
  return variant ?? named[0] ?? null;
}

/** Levels that can be figures of the row's indicator; a programme's effect is itself a change. */
function levelsOf(figures: readonly Figure[], indicator: IndicatorId | null): readonly Figure[] {
  const levels =
    indicator === 'programme-effect' ? figures : figures.filter((figure) => !figure.change);
  return levels;
}

/** A score printed without a unit is in points, where scores are customary. */
function withBareUnit(
  figures: readonly Figure[],
  indicator: IndicatorId | null,
  instrument: InstrumentId | null,
): readonly Figure[] {
  if (indicator === null) return figures;
  const { bareUnit } = indicatorOf(indicator);
  if (bareUnit !== 'points' || figures.some((figure) => unitOf(figure) !== null)) return figures;
  const unit = instrument === null ? bareUnit : (instrumentOf(instrument).bareUnit ?? bareUnit);
  return figures.map((figure) => (figure.unit === null ? { ...figure, unit } : figure));
}

/** An index number has no unit at all: its bare figures are accepted as they stand. */
function unitNamed(figure: Figure, indicator: IndicatorId | null): Unit | null {
  const unit = unitOf(figure);
  if (indicator === null || (unit !== null && unit !== 'points')) return unit;
  return indicatorOf(indicator).bareUnit === 'index' ? 'index' : unit;
}

/** Loss and performance of one row are opposites: only figures of one of them are kept. */
function ofOneSense(figures: readonly Figure[], name: NameReading): readonly Figure[] {
  const senseOf = (figure: Figure | undefined) => figure?.labels.sense ?? name.sense;
  const wanted = name.sense ?? senseOf(figures[0]);
  const kept = figures.filter((figure) => senseOf(figure) === wanted);
  return kept.length > 0 ? kept : figures;
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

/** Organs and diseases part the figures of these indicators only; elsewhere they are remarks. */
const DETAILED: ReadonlySet<IndicatorId | null> = new Set(['cancer-screening', 'vaccination']);

function withoutDetail(figure: Figure): Figure {
  const { detail: _, ...group } = figure.labels.group;
  return { ...figure, labels: { ...figure.labels, group } };
}

/** Places the figures of the row's unit, the main one first. */
function placed(figures: readonly Figure[], name: NameReading): readonly PlacedFigure[] {
  const kind = name.labels.kind ?? 'actual';
  // What the name itself narrows down to needs no group: the name says it.
  const { detail: _, ...group } = name.labels.group;
  return mainFirst(placeFigures(figures, { labels: { ...name.labels, group }, kind }), kind);
}

function find(row: OutcomeRow): Findings {
  const name = readName(row.kpi, row.company);
  const tokens = tokenise(row.value);
  const { figures: printed, rangeOrChange } = readFigures(tokens);
  const named = name.subject.outcome === 'found' ? name.subject.indicator : null;
  const read = unitFigures([...withListedGroups(printed, name), ...name.figures], name);
  const instrument = instrumentIn(name, tokens);
  const levels = withBareUnit(levelsOf(read, named), named, instrument).filter(
    (figure) => named === null || !isForeign(figure, name, named),
  );
  const families = acceptedFamilies(name);
  const usable = levels.filter(
    (figure) => isAccepted(figure, families) || unitNamed(figure, named) === 'index',
  );
  const pool = usable.length > 0 ? usable : levels;
  const cleaned = DETAILED.has(named) ? pool : pool.map(withoutDetail);
  const sensed = named === 'presenteeism' ? ofOneSense(cleaned, name) : cleaned;
  const [main] = placed(sensed, name);
  const unit = main === undefined ? null : unitNamed(main, named);
  const figures = placed(
    sensed.filter((figure) => unitNamed(figure, named) === unit),
    name,
  );
  return {
    row,
    name,
    tokens,
    indicator: indicatorByUnit(name, unit),
    instrument,
    unit,
    figures,
    levels,
    read,
    sense: main?.labels.sense ?? name.sense,
    rangeOrChange,
  };
}

const NO_TEXT = /^[\s\p{P}\p{S}ー]*$/u;

/** Why the value cell gives no figure, `null` when it gives one. */
function missingFigure({ row, tokens, levels, read, name }: Findings): Reason | null {
  if (NO_TEXT.test(row.kpi)) return 'kpi-empty';
  if (levels.length > 0) return null;
  if (NO_TEXT.test(row.value)) return 'value-empty';
  const absence = tokens.find((token) => token.t === 'absence');
  if (absence?.t === 'absence') return absence.reason;
  if (name.subject.outcome === 'unknown' || read.length === 0) return 'no-figure';
  return read.some((figure) => figure.change) ? 'change-not-level' : 'no-figure';
}

/** Why the name gives no indicator, `null` when it gives one. */
function unknownIndicator({ name }: Findings): Reason | null {
  const { subject, leftover } = name;
  switch (subject.outcome) {
    case 'unknown':
      return 'indicator-unknown';
    case 'unclear':
      return 'indicator-unclear';
    case 'several':
      return 'several-indicators';
    case 'change':
      return 'change-not-level';
    case 'found':
      if (leftover === 'other') return 'indicator-unknown';
      return leftover === 'unread' ? 'kpi-words-unknown' : null;
  }
}

function isImpossible(figure: PlacedFigure, unit: Unit, indicator: IndicatorId): boolean {
  const most = greatest(unit, indicatorOf(indicator).percentMax ?? 100);
  return figure.value < 0 || (figure.high ?? figure.value) > most;
}

function unfitFigure({ indicator, unit, figures, read, name, levels }: Findings): Reason | null {
  if (read.some((figure) => !figure.readable && figure.depth === 0)) return 'number-unreadable';
  if (unit === null) return levels.some(hasForeignUnit) ? 'unit-not-of-indicator' : 'unit-missing';
  if (indicator === null) return null;
  const main = figures[0];
  const fits = main !== undefined && (unit === 'index' || isAccepted(main, acceptedFamilies(name)));
  if (!fits) return 'unit-not-of-indicator';
  return figures.some((figure) => isImpossible(figure, unit, indicator)) ? 'out-of-range' : null;
}

const hasForeignUnit = (figure: Figure): boolean => figure.unit !== null;

const sameFigure = (a: PlacedFigure, b: PlacedFigure): boolean =>
  a.value === b.value && a.high === b.high && a.bound === b.bound;

/** Two different figures for the same thing at the same time. */
function isConflict(figures: readonly PlacedFigure[]): boolean {
  const main = figures[0];
  return figures.some(
    (figure) =>
      main !== undefined &&
      figure.kind === main.kind &&
      (main.kind === 'actual' || main.kind === 'target') &&
      figure.depth === main.depth &&
      figures.some(
        (other) =>
          other.kind === figure.kind &&
          other.depth === figure.depth &&
          other.group === figure.group &&
          other.period === figure.period &&
          !sameFigure(other, figure),
      ),
  );
}

function unclearFigures({ figures, name, rangeOrChange }: Findings): Reason | null {
  const main = figures[0];
  if (rangeOrChange) return 'range-or-change';
  const wanted = name.labels.kind;
  if (main !== undefined && main.kind === 'previous' && wanted !== 'previous') {
    return 'no-current-figure';
  }
  return isConflict(figures) ? 'conflicting-figures' : null;
}

/** Whether more is better; for presenteeism only a word or the scoring says so. */
function directionOf(findings: Findings): Direction | null {
  const { indicator, instrument, sense } = findings;
  if (indicator === null) return null;
  const { direction } = indicatorOf(indicator);
  if (direction !== null) return direction;
  if (sense === 'loss') return 'lower-is-better';
  if (sense === 'performance') return 'higher-is-better';
  return instrument === null ? null : (instrumentOf(instrument).direction ?? null);
}

function reasonOf(findings: Findings): Reason | null {
  const found =
    missingFigure(findings) ??
    unknownIndicator(findings) ??
    unfitFigure(findings) ??
    unclearFigures(findings);
  if (found !== null) return found;
  return directionOf(findings) === null ? 'loss-or-performance-unstated' : null;
}

function valueOf({ value, high, group, kind, bound, period }: PlacedFigure): OutcomeValue {
  return { value, ...(high === null ? {} : { high }), group, kind, bound, period };
}

function statusOf(reason: Reason | null): Status {
  if (reason === null) return 'recognised';
  return UNRECOGNISED.has(reason) ? 'unrecognised' : 'ambiguous';
}

function dedupe(values: readonly OutcomeValue[]): readonly OutcomeValue[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The indicator a reading names: none where the name does not settle it. */
function namedIndicator(findings: Findings, reason: Reason | null): IndicatorId | null {
  const { subject } = findings.name;
  if (subject.outcome === 'change') return subject.indicator;
  return reason === 'indicator-unknown' ? null : findings.indicator;
}

/**
 * Reads one published figure: which indicator, measured by what, in which unit and direction, and
 * each value with its group, kind, bound and period. Never throws; what cannot be known is `null`
 * and the reason says why, never a guess.
 */
export function readOutcome(row: OutcomeRow): OutcomeReading {
  const findings = find(row);
  const reason = reasonOf(findings);
  const indicator = namedIndicator(findings, reason);
  const reversed = findings.name.opposite && indicator !== null && findings.unit === 'percent';
  const readable = findings.figures.filter((figure) => figure.readable);
  const isLevel = findings.name.subject.outcome !== 'change';
  const shown = !isLevel ? [] : reversed ? readable.map((figure) => mirror(figure)) : readable;
  const values = dedupe(shown.map(valueOf));
  const main = values[0];
  return {
    company: row.company,
    kpi: row.kpi,
    status: statusOf(reason),
    ...(reason === null ? {} : { reason }),
    indicator,
    instrument: findings.instrument,
    unit: main === undefined ? null : findings.unit,
    direction: indicator === null ? null : directionOf(findings),
    values,
    bound: main?.bound ?? null,
    target: main?.kind === 'target',
    period: main?.period ?? null,
    ...(reversed && main !== undefined ? { reversed: true as const } : {}),
  };
}
