import type { Figure, Labels } from './figure.js';
import type { Item } from './items.js';
import { groupId, hasGroup, overlay } from './labels.js';
import { multiplied } from './unit-bracket.js';

/** A figure with what its own words say and what it inherits from words before. */
export type Draft = { -readonly [K in keyof Omit<Figure, 'labels'>]: Figure[K] } & {
  own: Labels;
  inherited: Labels;
};

/** Adds words that stand behind a figure to its own; a subject named there is a remark. */
export function complete(draft: Draft, labels: Labels): void {
  draft.own = overlay({ ...labels, topics: [] }, draft.own);
}

/** A group of its own replaces an inherited one of the same kind. */
export const labelsOfDraft = (draft: Draft): Labels => overlay(draft.inherited, draft.own);

/** The figure with all that is said of it. */
export function finished({ own, inherited, ...figure }: Draft): Figure {
  return { ...figure, labels: overlay(inherited, own) };
}

/** Whether `labels` say something that the figure's own words do not. */
export function lacks({ own }: Draft, labels: Labels): boolean {
  if (labels.period !== undefined && own.period === undefined) return true;
  if (labels.kind !== undefined && own.kind === undefined) return true;
  if (labels.sense !== undefined && own.sense === undefined) return true;
  return (hasGroup(labels) || labels.whole) && !hasGroup(own) && !own.whole;
}

/**
 * Labels in a bracket behind figures belong to the last one; to all of them when they differ only
 * by group, as in "男性31.6%、女性9.0%（2024年度）", or by unit, as in "74.5% / 14.9日（2024年度）".
 */
export function attachBehind(figures: readonly Draft[], labels: Labels): void {
  const last = figures.at(-1);
  if (last === undefined) return;
  const groups = new Set(figures.map((figure) => groupId(labelsOfDraft(figure))));
  const byGroup = groups.size === figures.length && !hasGroup(labels);
  const alike = (figure: Draft): boolean => byGroup || figure.unit !== last.unit;
  const reached = figures.filter(
    (figure) => (figure === last && !byGroup) || (alike(figure) && lacks(figure, labels)),
  );
  for (const figure of reached) complete(figure, labels);
}

/** "112名（7.9%）": the people and their share are the same figure, printed twice. */
export function isShareOf(
  parent: Draft,
  { unit }: Omit<Figure, 'labels'>,
  labels: Labels,
): boolean {
  const placed = labels.kind !== undefined || labels.period !== undefined || hasGroup(labels);
  return (parent.unit === 'people' || parent.implied) && unit === 'percent' && !placed;
}

/** The maximum of a scale is that of a figure in points or without a unit. */
export function setScale(figure: Draft | undefined, scale: number): void {
  if (figure !== undefined && (figure.unit === null || figure.unit === 'points')) {
    figure.scale = scale;
  }
}

/** A unit in brackets behind figures is that of all that have none. */
export function setUnit(
  figures: readonly Draft[],
  { unit, per, factor }: Item & { i: 'unit' },
): void {
  for (const figure of figures) {
    if (figure.unit === null && figure.scale === null) {
      Object.assign(figure, multiplied(figure, factor), { unit });
    }
    if (figure.per === null || figure.per === 'person') figure.per = per ?? figure.per;
  }
}
