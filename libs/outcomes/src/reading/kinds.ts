import { overlay, groupId, hasGroup } from '../figures/labels.js';
import type { Figure, Labels } from '../figures/figure.js';
import { lastYear } from '../text/periods.js';
import type { Kind } from '../text/tokens.js';

/** A figure with its place among the others settled. */
export interface PlacedFigure extends Figure {
  readonly kind: Kind;
  readonly period: string | null;
  readonly group: string | null;
}

interface Defaults {
  readonly labels: Labels;
  /** Kind of a figure that nothing else is said of. */
  readonly kind: Kind;
}

/** Brackets stand below the text; a text that is all bracket stands for itself. */
function shallow(figures: readonly Figure[]): readonly Figure[] {
  const least = Math.min(...figures.map((figure) => figure.depth));
  return figures.map((figure) => ({ ...figure, depth: figure.depth - least }));
}

/** The kind that the words about a figure settle, `null` when its period has to. */
function statedKind(figure: Figure): Kind | null {
  const { kind, period } = figure.labels;
  if (kind !== undefined && kind !== 'actual') return kind;
  if (figure.superseded) return 'previous';
  if (figure.depth === 0 || kind === 'actual' || period !== undefined) return null;
  const ownGroup = hasGroup(figure.labels) && !figure.groupInherited;
  return ownGroup || figure.labels.whole ? null : 'reference';
}

/** Years to compare by: a figure without one is of the row's own period, the current one. */
function yearOf(figure: Figure, defaults: Defaults): number {
  const { period } = figure.labels;
  if (period !== undefined) return lastYear(period);
  const { period: own } = defaults.labels;
  return own == null ? Number.POSITIVE_INFINITY : lastYear(own);
}

/** Among figures of one group the latest is current; earlier ones are previous. */
function kindByYear(figure: Figure, peers: readonly Figure[], defaults: Defaults): Kind {
  if (defaults.kind !== 'actual') return defaults.kind;
  const current = peers.filter((peer) => peer.depth === 0);
  const years = (current.length > 0 ? current : peers).map((peer) => yearOf(peer, defaults));
  const latest = Math.max(...years);
  const year = yearOf(figure, defaults);
  // "目標10%以下（2023年度12.0%）": dated and alone in its time, a bracketed figure is the current one.
  const stands = figure.depth === 0 || current.length === 0 || isActual(figure);
  if (year === latest) return stands ? 'actual' : 'reference';
  return year < latest ? 'previous' : 'reference';
}

const isActual = ({ labels, groupInherited }: Figure): boolean =>
  labels.kind === 'actual' || labels.whole || (hasGroup(labels) && !groupInherited);

function groupOf(figure: Figure, defaults: Defaults): string | null {
  const { group, whole } = defaults.labels;
  return groupId(overlay({ ...figure.labels, group, whole }, figure.labels));
}

/** Only figures of the row's own kind are of the row's own period; a goal when it stands alone. */
function periodOf(figure: Figure, isOwn: boolean, defaults: Defaults): string | null {
  const { period } = figure.labels;
  if (period !== undefined) return period;
  return isOwn ? (defaults.labels.period ?? null) : null;
}

/** "全国平均16.7%を下回る": it is the current figure that is below, not the average. */
function boundOf({ bound }: Figure, kind: Kind): Figure['bound'] {
  const compares = bound === 'more-than' || bound === 'less-than';
  return compares && (kind === 'reference' || kind === 'previous') ? 'exact' : bound;
}

/**
 * Settles what each figure is: current, goal, earlier, or foreign.
 *
 * A word decides ("目標", "前年", "全国平均"), then an arrow or から, then the years within a group;
 * a bracketed figure that nothing is said of is only a reference.
 */
export function placeFigures(
  figures: readonly Figure[],
  defaults: Defaults,
): readonly PlacedFigure[] {
  const shown = shallow(figures);
  const open = shown.filter((figure) => statedKind(figure) === null);
  const kinds = shown.map((figure): Kind => {
    const group = groupOf(figure, defaults);
    const peers = open.filter((peer) => groupOf(peer, defaults) === group);
    return statedKind(figure) ?? kindByYear(figure, peers, defaults);
  });
  const ownKind = kinds.includes(defaults.kind) ? defaults.kind : 'target';
  return shown.map((figure, at) => {
    const kind = kinds[at] ?? defaults.kind;
    const period = periodOf(figure, kind === ownKind, defaults);
    const group = groupOf(figure, defaults);
    return { ...figure, kind, group, period, bound: boundOf(figure, kind) };
  });
}
