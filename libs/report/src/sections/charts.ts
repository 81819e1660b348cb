import type { Block, ChartSeries, RadarBlock } from '@sukoyaka/typesetting';
import {
  certainScore,
  drawableRange,
  overallRange,
  rangeOf,
  rangeText,
  type ScoreRange,
} from '../facts/score-range.js';
import { accentOf, nameOf, type View } from '../view.js';
import { cycleName } from '../facts/cycles.js';
import { join, type Phrase, say } from '../words/phrase.js';
import { remark } from './parts.js';

/** The sides of the present scores in the order of the programme. */
export function sideIds({ programme, evaluation }: View): readonly string[] {
  return programme.pillars.map(({ id }) => id).filter((id) => id in evaluation.scores.sides);
}

/** The sides as a radar; a sentence where too much is unknown to draw any of them. */
export function sidesChart(view: View): Block {
  const ranges = sideIds(view).map((id) => drawableRange(view.evaluation.scores.sides[id]));
  if (ranges.every((shown) => shown === null)) return remark(view, 'chart.too-unknown');
  return sidesRadar(view, ranges);
}

/** What is certain, last year, and what unknown answers could still add. */
function sidesRadar(view: View, ranges: readonly (ScoreRange | null)[]): RadarBlock {
  const { wording, before, programme } = view;
  const ids = sideIds(view);
  const certain = ranges.map((shown) => shown?.low ?? null);
  const open = ranges.some((shown) => shown !== null && shown.openShare > 0);
  const series: ChartSeries[] = [
    { label: wording.say('chart.own'), values: certain, accent: 'neutral' },
  ];
  if (before) {
    const values = ids.map((id) => certainScore(before.evaluation.scores.sides[id]));
    series.push({
      label: wording.say('chart.year', { year: cycleName(view, before) }),
      values,
      line: 'dashed',
    });
  }
  series.push(...othersSeries(view, ids));
  if (open) {
    const values = ranges.map((shown) => shown?.high ?? null);
    series.push({ label: wording.say('chart.possible'), values, line: 'dotted' });
  }
  return {
    kind: 'radar',
    axes: ids.map((id) => ({
      label: wording.texts(nameOf(programme.pillars, id)),
      accent: accentOf(id),
    })),
    series,
    min: 0,
    max: 100,
    height: wording.languages.length === 1 ? 230 : before ? 180 : 205,
    alt: wording.texts(radarAlt(view, ids)),
  };
}

/** The mean of the industry where it may be shown, else of all. */
function othersSeries({ wording, evaluation }: View, ids: readonly string[]): ChartSeries[] {
  const { industry = null, all = null } = evaluation.comparison ?? {};
  const group = industry ?? all;
  if (!group) return [];
  const label = wording.say(`compared.${group.dimension}.means`);
  const values = ids.map((id) => group.means.sides[id] ?? null);
  return [{ label, values, line: 'dotted', accent: 'neutral' }];
}

function radarAlt({ evaluation, programme }: View, ids: readonly string[]): Phrase {
  const facts = ids.map((id) =>
    say('chart.fact', {
      name: nameOf(programme.pillars, id),
      value: rangeText(rangeOf(evaluation.scores.sides[id])),
    }),
  );
  return say('chart.radar-alt', { facts: join(facts, 'items') });
}

/** The overall score of up to five cycles; nothing in the first year. */
export function cycleChart(view: View): readonly Block[] {
  const { wording, cycles } = view;
  if (cycles.length < 2) return [];
  const values = cycles.map(({ evaluation }) => {
    const shown = overallRange(evaluation.scores);
    return shown === null || shown.mostlyUnknown ? null : shown.low;
  });
  return [
    {
      kind: 'lineChart',
      points: cycles.map((cycle) => wording.texts(cycleName(view, cycle))),
      series: [{ label: wording.say('chart.overall'), values, accent: 'neutral' }],
      min: 0,
      max: 100,
      step: 25,
      valueTexts: cycles.map(({ evaluation }, at) =>
        values[at] === null ? null : wording.primary(rangeText(overallRange(evaluation.scores))),
      ),
      height: 130,
      alt: wording.texts(cycleAlt(view)),
      caption: wording.texts(cycleCaption(view)),
    },
  ];
}

function cycleAlt(view: View): Phrase {
  const { cycles } = view;
  const facts = cycles.map((cycle) =>
    say('chart.fact', {
      name: cycleName(view, cycle),
      value: rangeText(overallRange(cycle.evaluation.scores)),
    }),
  );
  return say('chart.cycles-alt', { facts: join(facts, 'items') });
}

/** Scores of different versions of an edition are not the same yardstick: the caption says so. */
function cycleCaption({ cycles }: View): Phrase {
  const versions = new Set(
    cycles.map(({ evaluation: { edition } }) => `${edition.id} ${edition.version}`),
  );
  return say(versions.size > 1 ? 'chart.cycles-changed' : 'chart.cycles');
}
