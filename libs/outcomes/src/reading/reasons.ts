import { indicatorOf, instrumentOf, type IndicatorId } from '../catalogue/catalogue.js';
import type { Direction } from '../catalogue/types.js';
import { LONGEST_TEXT } from '../text/lexer.js';
import { normaliseText } from '../text/normalise.js';
import type { Findings } from './findings.js';
import type { PlacedFigure } from './kinds.js';
import { acceptedFamilies, isAccepted } from './select.js';
import type { Reason, Status, Unit } from './types.js';
import { greatest } from './units.js';

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

/** A dash or dots in place of a figure; a circle or a tick is a mark, not nothing. */
const NOTHING = /^[\s\p{P}\u2212\uff5e~ー]*$/u;
const NO_TEXT = /^[\s\p{P}\p{S}ー]*$/u;

/** Why the value gives no figure, `null` when it gives one. */
function missingFigure({ row, tokens, levels, read }: Findings): Reason | null {
  if (NO_TEXT.test(row.kpi)) return 'kpi-empty';
  if (levels.length > 0) return null;
  if (NOTHING.test(normaliseText(row.value.slice(0, LONGEST_TEXT)))) return 'value-empty';
  const absence = tokens.find((token) => token.t === 'absence');
  if (absence?.t === 'absence') return absence.reason;
  if (read.length === 0) return 'no-figure';
  // Levels that were read and set aside are of another indicator than the name's.
  return read.every((figure) => figure.change) ? 'change-not-level' : 'several-indicators';
}

/** Why the name gives no indicator, `null` when it gives one. */
function unknownIndicator({ name: { subject, leftover } }: Findings): Reason | null {
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
  if (figure.bound === 'more-than' && figure.value >= most) return true;
  if (figure.bound === 'less-than' && figure.value <= 0) return true;
  return figure.value < 0 || (figure.high ?? figure.value) > most;
}

/** Why the figures cannot be those of the indicator. */
function unfitFigure({ indicator, unit, figures, read, name, levels }: Findings): Reason | null {
  const shown = [...figures.slice(0, 1), ...read.filter((figure) => figure.depth === 0)];
  if (shown.some((figure) => !figure.readable)) return 'number-unreadable';
  if (unit === null) {
    return levels.some((figure) => figure.unit !== null) ? 'unit-not-of-indicator' : 'unit-missing';
  }
  const main = figures[0];
  if (indicator === null || main === undefined) return null;
  const fits = unit === 'index' || isAccepted(main, acceptedFamilies(name));
  if (!fits) return 'unit-not-of-indicator';
  return figures.some((figure) => isImpossible(figure, unit, indicator)) ? 'out-of-range' : null;
}

/** Whether two figures say something different of the same thing at the same time. */
function contradict(a: PlacedFigure, b: PlacedFigure): boolean {
  const samePlace = a.kind === b.kind && a.depth === b.depth;
  const sameThing = a.group === b.group && a.period === b.period;
  const sameFigure = a.value === b.value && a.high === b.high && a.bound === b.bound;
  return samePlace && sameThing && !sameFigure;
}

function isConflict(figures: readonly PlacedFigure[]): boolean {
  const main = figures[0];
  if (main === undefined || (main.kind !== 'actual' && main.kind !== 'target')) return false;
  const peers = figures.filter(({ kind, depth }) => kind === main.kind && depth === main.depth);
  return peers.some((figure) => peers.some((other) => contradict(figure, other)));
}

/** Nobody aims at a difference of at most so much. */
const OF_LEVEL: ReadonlySet<PlacedFigure['bound']> = new Set(['at-most', 'less-than']);

/** Under the name of an aim, what marks a level: another to compare with, a difference beside it. */
function isLevel({ figures, read }: Findings): boolean {
  const main = figures[0];
  return (
    figures.some(({ kind, bound }) => kind !== main?.kind || OF_LEVEL.has(bound)) ||
    read.some((figure) => figure.change)
  );
}

/** Why the figures do not settle the current one. */
function unclearFigures(findings: Findings): Reason | null {
  const { figures, name, rangeOrChange } = findings;
  const isAim = name.subject.outcome === 'found' && name.subject.aim === true;
  if (rangeOrChange || (isAim && !isLevel(findings))) return 'range-or-change';
  const wanted = name.labels.kind;
  if (figures[0]?.kind === 'previous' && wanted !== 'previous') return 'no-current-figure';
  return isConflict(figures) ? 'conflicting-figures' : null;
}

/** The indicator that the row is about, `null` where its name does not settle it. */
export function indicatorIn({
  name: { subject, leftover },
  indicator,
}: Findings): IndicatorId | null {
  if (subject.outcome === 'change') return subject.indicator;
  return leftover === 'other' ? null : indicator;
}

/** Whether more is better; for presenteeism only a word or the scoring says so. */
export function directionIn(findings: Findings): Direction | null {
  const indicator = indicatorIn(findings);
  if (indicator === null) return null;
  const { direction } = indicatorOf(indicator);
  if (direction !== null) return direction;
  if (findings.sense !== null) {
    return findings.sense === 'loss' ? 'lower-is-better' : 'higher-is-better';
  }
  const { instrument } = findings;
  return instrument === null ? null : (instrumentOf(instrument).direction ?? null);
}

/** Why a row is not simply recognised, `null` when it is. */
export function reasonOf(findings: Findings): Reason | null {
  const found =
    missingFigure(findings) ??
    unknownIndicator(findings) ??
    unfitFigure(findings) ??
    unclearFigures(findings);
  if (found !== null) return found;
  return directionIn(findings) === null ? 'loss-or-performance-unstated' : null;
}

/** Ambiguous: read, but with two meanings. Unrecognised: not a figure of a known indicator. */
export function statusOf(reason: Reason | null): Status {
  if (reason === null) return 'recognised';
  return UNRECOGNISED.has(reason) ? 'unrecognised' : 'ambiguous';
}
