import { NO_LABELS, type Figure, type Labels } from './figure.js';
import type { Item } from './items.js';
import {
  attachBehind,
  complete,
  finished,
  isShareOf,
  labelsOfDraft,
  lacks,
  setScale,
  setUnit,
  type Draft,
} from './draft.js';
import { groupId, hasGroup, joinLabels, saysSomething } from './labels.js';

/** A clause: what stands between two separators, and whether an arrow leads to it. */
interface Clause {
  readonly items: readonly Item[];
  readonly afterArrow: boolean;
}

/** What is known while the clauses of one level are read in order. */
interface Level {
  readonly figures: Draft[];
  /** Labels that later clauses inherit. */
  carry: Labels;
  /** Labels of clauses that held nothing else. */
  waiting: Labels;
  /** Whether the kind in `carry` was a heading ("目標：…") rather than of one figure. */
  kindIsHeading: boolean;
}

function clauses(items: readonly Item[]): readonly Clause[] {
  const result: { items: Item[]; afterArrow: boolean }[] = [{ items: [], afterArrow: false }];
  for (const item of items) {
    if (item.i === 'break' || item.i === 'arrow') {
      result.push({ items: [], afterArrow: item.i === 'arrow' });
    } else result.at(-1)?.items.push(item);
  }
  return result.filter((clause) => clause.items.length > 0);
}

const isFigure = (item: Item | undefined): boolean => item?.i === 'figure';

/** Whether an item holds a figure, at whatever depth. */
function holdsFigure(item: Item): boolean {
  return item.i === 'figure' || (item.i === 'bracket' && item.items.some(holdsFigure));
}

/** Labels of a bracket that holds nothing else. */
function bracketLabels(items: readonly Item[]): Labels {
  return items.reduce<Labels>(
    (labels, item) => (item.i === 'label' ? joinLabels(labels, item.labels) : labels),
    NO_LABELS,
  );
}

/** Labels follow their figures when the first of the clause does and the last item is a label. */
function isPostfix(items: readonly Item[]): boolean {
  return isFigure(items.find((item) => item.i !== 'colon')) && items.at(-1)?.i === 'label';
}

/** Reading state inside one clause. */
interface ClauseState {
  readonly level: Level;
  readonly postfix: boolean;
  readonly own: Draft[];
  /** Whether the period in `current` heads the clause ("2023年度に") rather than one figure. */
  periodIsHeading: boolean;
  /** Labels that the next figure gets. */
  current: Labels;
  /** Labels since the last figure. */
  fresh: Labels;
  heading: boolean;
}

/** What of the labels before the last figure still holds for the next one. */
function remaining(state: ClauseState): Labels {
  const { period, kind, ...rest } = state.current;
  const newKind = state.fresh.kind !== undefined && state.fresh.kind !== kind;
  const keepKind = kind !== undefined && state.heading;
  const left = state.own.at(-1)?.superseded === true && !state.periodIsHeading;
  return {
    ...rest,
    ...(period === undefined || newKind || left ? {} : { period }),
    ...(keepKind ? { kind } : {}),
  };
}

function takeFigure(state: ClauseState, figure: Figure): void {
  const { labels: _, ...plain } = figure;
  const inherited = state.own.length === 0 ? state.current : remaining(state);
  const draft: Draft = { ...plain, own: state.fresh, inherited };
  state.own.push(draft);
  state.level.figures.push(draft);
  state.current = labelsOfDraft(draft);
  state.fresh = NO_LABELS;
}

function takeLabel(state: ClauseState, item: Item & { i: 'label' }, next: Item | undefined): void {
  const last = state.own.at(-1);
  if (last !== undefined && (state.postfix || item.after) && lacks(last, item.labels)) {
    complete(last, item.labels);
    return;
  }
  state.fresh = joinLabels(state.fresh, item.labels);
  const heads = next !== undefined && !holdsFigure(next);
  if (item.labels.kind !== undefined) state.heading = heads;
  if (item.labels.period !== undefined) state.periodIsHeading = heads;
}

/** Figures inside a bracket are of the group of the figure before it, unless they name another. */
function takeInner(state: ClauseState, items: readonly Item[]): void {
  const parent = state.own.at(-1) ?? state.level.figures.at(-1);
  const group = parent === undefined ? {} : labelsOfDraft(parent).group;
  for (const { labels, ...figure } of innerFigures(items, parent)) {
    if (parent !== undefined && isShareOf(parent, figure, labels)) {
      const { depth } = parent;
      state.level.figures.push({ ...figure, depth, own: labels, inherited: labelsOfDraft(parent) });
      continue;
    }
    const grouped = hasGroup(labels) || labels.whole;
    const inherited = { ...NO_LABELS, group: grouped ? {} : group };
    const groupInherited = hasGroup(inherited) || figure.groupInherited;
    state.level.figures.push({ ...figure, groupInherited, own: labels, inherited });
  }
}

const isPart = ({ change, labels, counts }: Figure): boolean =>
  change || counts !== null || hasGroup(labels) || labels.kind !== undefined;

/** "81.2%（回答率95%、2023年度）": who answered is a remark, and the rest is of the figure before it. */
function isRemark(figures: readonly Figure[]): boolean {
  return figures.length > 0 && figures.every(({ counts }) => counts === 'response');
}

/**
 * "12.0%（2024年度、男性18%、目標10%）": a heading in a bracket is of the figure before it. Parts
 * of that figure share it; a goal or an earlier figure does not.
 */
function innerFigures(items: readonly Item[], parent: Draft | undefined): readonly Figure[] {
  const figures = attachLabels(items);
  const [first, ...others] = clauses(items);
  if (parent !== undefined && isRemark(figures)) complete(parent, bracketLabels(items));
  if (parent === undefined || first === undefined || first.items.some(holdsFigure)) return figures;
  const alone = attachLabels(
    others.flatMap((clause) => [...clause.items, { i: 'break' } as const]),
  );
  if (!alone.every(isPart)) return figures;
  const { group: _, ...heading } = bracketLabels(first.items);
  complete(parent, { ...heading, group: {}, whole: false });
  return figures.map((figure, at) =>
    figure.labels.kind === undefined ? figure : (alone[at] ?? figure),
  );
}

/**
 * "男性（31.6%）、女性（9.0%）", "全国平均（16.7%）を下回る13.5%": words right before a bracketed figure
 * are of that figure, unless it has some of its own ("2024年度の喫煙率（目標10%）は12%").
 */
function takeFollowing(state: ClauseState, items: readonly Item[]): boolean {
  const inherited = state.fresh;
  const inner = attachLabels(items);
  const places =
    hasGroup(inherited) || inherited.period !== undefined || inherited.kind !== undefined;
  if (!places || inner.some(({ labels }) => labels.kind !== undefined)) return false;
  const drafts = inner.map(({ labels, ...rest }) => ({
    ...rest,
    depth: rest.depth - 1,
    own: labels,
    inherited,
  }));
  state.own.push(...drafts);
  state.level.figures.push(...drafts);
  state.fresh = NO_LABELS;
  return true;
}

function takeBracket(state: ClauseState, items: readonly Item[], leads: boolean): void {
  if (items.some(holdsFigure)) {
    if (!takeFollowing(state, items)) takeInner(state, items);
    return;
  }
  for (const item of items) if (item.i === 'scale') setScale(state.own.at(-1), item.scale);
  const labels = bracketLabels(items);
  if (!saysSomething(labels)) return;
  const shown = state.level.figures.filter((figure) => figure.depth === (state.own[0]?.depth ?? 0));
  const last = state.own.at(-1);
  if (leads || last === undefined || !lacks(last, labels)) {
    state.fresh = joinLabels(state.fresh, labels);
  } else attachBehind(shown, labels);
}

function startOf(level: Level, clause: Clause): Labels {
  const labelled = clause.items.some((item) => item.i === 'label' || item.i === 'bracket');
  const own = clauseKind(clause.items);
  const { period, kind, group, ...rest } = level.carry;
  const groups = new Set(level.figures.map((draft) => groupId(labelsOfDraft(draft))));
  const keepGroup = clause.afterArrow || (labelled && groups.size <= 1);
  // The year of a goal or of an earlier figure is not that of what follows without a word.
  const current = kind === undefined || kind === 'actual' || level.kindIsHeading;
  const keepPeriod = period !== undefined && (own === undefined ? current : own === kind);
  const carried: Labels = {
    ...rest,
    group: keepGroup ? group : {},
    whole: keepGroup && rest.whole,
    ...(keepPeriod ? { period } : {}),
    ...(kind !== undefined && level.kindIsHeading ? { kind } : {}),
  };
  return carried;
}

/** The kind that a clause names for its first figure. */
function clauseKind(items: readonly Item[]): Labels['kind'] {
  return items
    .flatMap((item) => (item.i === 'bracket' && !holdsFigure(item) ? item.items : [item]))
    .map((item) => (item.i === 'label' ? item.labels.kind : undefined))
    .find(Boolean);
}

function takeItem(state: ClauseState, clause: Clause, at: number): void {
  const item = clause.items[at];
  if (item === undefined) return;
  const leads = isFigure(clause.items.slice(at + 1).find((next) => next.i !== 'colon'));
  const unledFigures = state.own.length === 0;
  if (item.i === 'figure') takeFigure(state, item.figure);
  else if (item.i === 'label') takeLabel(state, item, clause.items[at + 1]);
  else if (item.i === 'bracket') {
    takeBracket(state, item.items, leads && (unledFigures || item.leads));
  } else if (item.i === 'scale') setScale(state.own.at(-1), item.scale);
  else if (item.i === 'unit') setUnit(state.level.figures, item);
}

function readClause(level: Level, clause: Clause): void {
  const state: ClauseState = {
    level,
    postfix: isPostfix(clause.items),
    own: [],
    periodIsHeading: false,
    current: startOf(level, clause),
    fresh: level.waiting,
    heading: level.kindIsHeading,
  };
  const previous = level.figures.findLast((figure) => figure.depth === figureDepth(clause));
  clause.items.forEach((_, at) => {
    takeItem(state, clause, at);
  });
  finishClause(level, state);
  const next = state.own[0];
  if (clause.afterArrow && previous !== undefined && next !== undefined) {
    leaveBehind(previous, next);
  }
}

function figureDepth(clause: Clause): number {
  const figure = clause.items.find((item) => item.i === 'figure');
  return figure?.i === 'figure' ? figure.figure.depth : 0;
}

/** The figure before an arrow is an earlier one, unless the arrow points at a goal. */
function leaveBehind(previous: Draft, next: Draft): void {
  const { kind } = labelsOfDraft(next);
  if (kind !== 'target' && kind !== 'reference' && !next.change) previous.superseded = true;
}

function finishClause(level: Level, state: ClauseState): void {
  const last = state.own.at(-1);
  if (last === undefined) {
    level.waiting = state.fresh;
    return;
  }
  if (saysSomething(state.fresh)) complete(last, state.fresh);
  level.carry = labelsOfDraft(last);
  level.waiting = NO_LABELS;
  level.kindIsHeading = state.heading && level.carry.kind !== undefined;
}

/** Gives each figure of a level the labels that belong to it. */
export function attachLabels(items: readonly Item[]): readonly Figure[] {
  const level: Level = {
    figures: [],
    carry: NO_LABELS,
    waiting: NO_LABELS,
    kindIsHeading: false,
  };
  for (const clause of clauses(items)) readClause(level, clause);
  if (saysSomething(level.waiting)) attachBehind(level.figures, level.waiting);
  return level.figures.map(finished);
}
