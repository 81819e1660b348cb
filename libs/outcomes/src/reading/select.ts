import {
  TOPICS,
  indicatorOf,
  type IndicatorId,
  type Topic,
  type TopicId,
} from '../catalogue/catalogue.js';
import type { UnitFamily } from '../catalogue/types.js';
import type { Figure } from '../figures/figure.js';
import { overlay } from '../figures/labels.js';
import { multiplied } from '../figures/unit-bracket.js';
import type { NameReading } from '../kpi/read-name.js';
import type { BaseUnit } from '../text/tokens.js';
import type { Unit } from './types.js';
import { familyOf, unitOf } from './units.js';

const WEAK_RANK = 10;

/** Units in which the subject of a name is published, wider than those of one indicator. */
export function acceptedFamilies(name: NameReading): ReadonlySet<UnitFamily> | null {
  if (name.subject.outcome !== 'found') return null;
  const { indicator, topic } = name.subject;
  const byUnit = topic === null ? {} : byUnitOf(topic);
  return new Set([...indicatorOf(indicator).units, ...(Object.keys(byUnit) as UnitFamily[])]);
}

function byUnitOf(topic: TopicId): NonNullable<Topic['byUnit']> {
  return TOPICS[topic].byUnit ?? {};
}

/** The indicator, where the unit of its figure decides (days of leave are absenteeism). */
export function indicatorByUnit(name: NameReading, unit: Unit | null): IndicatorId | null {
  if (name.subject.outcome !== 'found') return null;
  const { indicator, topic } = name.subject;
  const family = unit === null ? null : familyOf(unit);
  const special = topic === null || family === null ? undefined : byUnitOf(topic)[family];
  return special ?? indicator;
}

/** Minutes of working time are hours. */
function inHours(figure: Figure): Figure {
  if (figure.unit !== 'minutes') return figure;
  return {
    ...figure,
    unit: 'hours',
    value: Math.round((figure.value / 60) * 100) / 100,
    decimals: 2,
  };
}

/** Gives a figure printed without a unit that of its name, or of the figures it stands among. */
function withUnit(figure: Figure, name: NameReading, sibling: BaseUnit | null): Figure {
  if (figure.unit === null && figure.scale === null) {
    const unit = name.unit ?? sibling;
    const scale = unit === null || unit === 'points' ? name.scale : null;
    const scaled = name.unit === null ? {} : multiplied(figure, name.factor);
    return { ...figure, ...scaled, unit, scale, per: figure.per ?? name.per };
  }
  const scale = figure.unit === 'points' ? (figure.scale ?? name.scale) : figure.scale;
  return { ...figure, scale, per: timed(figure, name) };
}

/** "月平均残業時間 24時間" is hours a month; a time printed with the figure goes first. */
function timed(figure: Figure, name: NameReading): Figure['per'] {
  return figure.per === null || figure.per === 'person' ? (name.per ?? figure.per) : figure.per;
}

/**
 * A unit that a figure of a list takes from the others: "男性31.6/女性9.0%". One that nothing is said
 * of takes it when it leads and is printed to the same decimals: "18.6 / 17.2 / 16.5%".
 */
function siblingUnit(figures: readonly Figure[]): BaseUnit | null {
  const united = figures.filter(({ unit }) => unit !== null);
  const units = new Set(united.map(({ unit }) => unit));
  const first = figures.findIndex(({ unit }) => unit !== null);
  const alike = (bare: Figure, at: number): boolean =>
    at < first &&
    united.every(({ decimals, depth }) => decimals === bare.decimals && depth === bare.depth);
  const listed = figures.every(
    (figure, at) =>
      figure.unit !== null || figure.superseded || isPlaced(figure.labels) || alike(figure, at),
  );
  return units.size === 1 && listed ? ([...units][0] ?? null) : null;
}

const isGrouped = ({ group, whole }: Figure['labels']): boolean =>
  Object.keys(group).length > 0 || whole;

const isPlaced = (labels: Figure['labels']): boolean =>
  isGrouped(labels) || labels.period !== undefined || labels.kind !== undefined;

/** All figures of a row with their units as far as they can be known. */
export function unitFigures(figures: readonly Figure[], name: NameReading): readonly Figure[] {
  const sibling = siblingUnit(figures);
  return figures.map((figure) => inHours(withUnit(figure, name, sibling)));
}

function meanings(topic: TopicId): readonly string[] {
  return Object.values(TOPICS[topic].readings);
}

/** "81.2%（回答率95%）": how many answered is another figure, unless the row is about just that. */
function countsOther(
  { counts }: Figure,
  { subject }: NameReading,
  indicator: IndicatorId,
): boolean {
  if (counts === null || subject.outcome !== 'found') return false;
  const readings: Topic['readings'] = subject.topic === null ? {} : TOPICS[subject.topic].readings;
  return readings[counts] !== indicator;
}

/** Whether the words at a figure name another indicator than the row's. */
export function isForeign(figure: Figure, name: NameReading, indicator: IndicatorId): boolean {
  if (countsOther(figure, name, indicator)) return true;
  const telling = figure.labels.topics.filter((topic) => TOPICS[topic].rank >= WEAK_RANK);
  if (telling.length === 0) return false;
  const about = telling.some((topic) => meanings(topic).includes(indicator));
  return !about || (figure.labels.opposite === true) !== name.opposite;
}

/** Whether a figure is in a unit in which its indicator is published. */
export function isAccepted(figure: Figure, families: ReadonlySet<UnitFamily> | null): boolean {
  const unit = unitOf(figure);
  if (unit === null) return false;
  if (families === null) return true;
  const family = familyOf(unit);
  return family !== null && families.has(family);
}

/** Unlabelled figures in the order of the groups or times that the name lists. */
export function withListedLabels(
  figures: readonly Figure[],
  { listed }: NameReading,
): readonly Figure[] {
  const byGroup = listed.every((labels) => isGrouped(labels));
  const depth = figures[0]?.depth;
  const united = figures.find(({ unit }) => unit !== null)?.unit ?? null;
  const bare = figures.filter(({ labels, change, superseded, depth: own, unit }) => {
    const placed = byGroup
      ? isGrouped(labels) || superseded || (labels.kind ?? 'actual') !== 'actual'
      : isPlaced(labels);
    return !placed && !change && own === depth && (unit === null || unit === united);
  });
  if (listed.length < 2 || bare.length !== listed.length) return figures;
  return figures.map((figure) => {
    const labels = listed[bare.indexOf(figure)];
    return labels === undefined ? figure : { ...figure, labels: overlay(figure.labels, labels) };
  });
}
