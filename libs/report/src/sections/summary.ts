import type { Improvement } from '@sukoyaka/scoring';
import type {
  Arrangement,
  BandScaleBlock,
  Block,
  CalloutBlock,
  ListItem,
} from '@sukoyaka/typesetting';
import { decisionNote, decisionText, openItemsText } from '../facts/criteria.js';
import { changeOf, changeText } from '../facts/change.js';
import { overallRange, rangeText, type ScoreRange, stageText } from '../facts/score-range.js';
import { standingFacts } from '../facts/standing.js';
import type { Reading, View } from '../view.js';
import { labelOf } from '../words/question.js';
import { fixed, localised, number, type Phrase, same, say, share } from '../words/phrase.js';
import { cycleChart, sidesChart } from './charts.js';
import { heading } from './parts.js';

/** One page for the board: the criteria, the score, the sides, and what to do first. */
export function summary(view: View): readonly Block[] {
  return [
    heading(view, 'summary', { newPage: true }),
    ...readings(view),
    ...overall(view),
    ...chartsAndSteps(view),
  ];
}

/** The sides beside the first steps; from the second year on beside the years, steps below. */
function chartsAndSteps(view: View): readonly Block[] {
  const years = cycleChart(view);
  const beside = years.length > 0 ? years : firstSteps(view, 'stacked');
  return [
    {
      kind: 'columns',
      columns: [
        { share: 0.54, children: [sidesChart(view)] },
        { share: 0.46, children: beside },
      ],
    },
    ...(years.length > 0 ? firstSteps(view, 'columns') : []),
  ];
}

/** Both readings side by side, each named. */
function readings(view: View): readonly Block[] {
  const { wording } = view;
  if (view.readings.length === 0) {
    return [{ kind: 'paragraph', texts: wording.say('criteria.no-readings') }];
  }
  const boxes = view.readings.map((reading) => readingBox(view, reading));
  const [only] = boxes;
  if (boxes.length === 1 && only) return [only];
  return pairs(boxes).map((pair) => ({
    kind: 'columns',
    columns: pair.map((box) => ({ share: 0.5, children: [box] })),
  }));
}

function pairs<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.flatMap((_, at) => (at % 2 === 0 ? [items.slice(at, at + 2)] : []));
}

function readingBox(view: View, reading: Reading): CalloutBlock {
  const { wording } = view;
  const { conforms } = reading.verdict;
  return {
    kind: 'callout',
    tone: conforms === true ? 'good' : 'plain',
    title: wording.texts(localised(reading.rules.title)),
    children: [
      {
        kind: 'paragraph',
        style: 'lead',
        arrangement: 'stacked',
        colour: colourOf(conforms),
        texts: wording.texts(decisionText(reading)),
      },
      note(view, decisionNote(reading)),
      ...openItemsText(view, reading).map((items) => note(view, items)),
    ],
  };
}

function colourOf(conforms: boolean | null): 'good' | 'caution' | 'unknown' {
  if (conforms === null) return 'unknown';
  return conforms ? 'good' : 'caution';
}

function note(view: View, phrase: Phrase): Block {
  return {
    kind: 'paragraph',
    style: view.print.note,
    arrangement: 'stacked',
    colour: 'ink',
    texts: view.wording.texts(phrase),
  };
}

function overall(view: View): readonly Block[] {
  const { wording, evaluation } = view;
  const shown = overallRange(evaluation.scores);
  const { asked, answered } = evaluation.completeness;
  return [
    bandScale(view, shown),
    {
      kind: 'list',
      style: view.print.note,
      items: [
        ...standingFacts(evaluation.standing, shown),
        ...changeFacts(view),
        ...(shown === null ? [] : nextStage(view, shown)),
        say('summary.answered', {
          answered: number(answered, 0),
          asked: number(asked, 0),
          open: share(shown?.openShare ?? 0),
        }),
      ].map((phrase): ListItem => ({ texts: wording.texts(phrase) })),
    },
  ];
}

function changeFacts(view: View): readonly Phrase[] {
  const change = changeOf(view);
  return change === null ? [] : [changeText(change, view)];
}

/** A stage that is not reached is never 0.0 points away. */
const LEAST_DISTANCE = 0.1;

/** How far it is to the next stage; nothing at the last one, or while the stage is not known. */
function nextStage({ survey }: View, shown: ScoreRange): readonly Phrase[] {
  if (shown.mostlyUnknown) return [];
  const next = survey.edition.scoring.stages.find(({ from }) => from > shown.low);
  if (!next) return [];
  const points = fixed(Math.max(next.from - shown.low, LEAST_DISTANCE));
  return [say('summary.next-stage', { points, stage: say(`stage.${next.stage}`) })];
}

/** The scale of the four stages with the company's place on it. */
function bandScale(view: View, shown: ScoreRange | null): BandScaleBlock {
  const { wording, survey } = view;
  const plan = survey.edition.scoring;
  const stage = stageText(shown, plan);
  const score = rangeText(shown);
  return {
    kind: 'bandScale',
    bands: plan.stages.map(({ stage: band, from }, at) => ({
      label: wording.say(`stage.${band}`),
      from,
      to: plan.stages[at + 1]?.from ?? 100,
    })),
    value: shown === null || shown.mostlyUnknown ? null : shown.low,
    valueText: wording.primary(score),
    alt: wording.say('summary.band-alt', { score, stage }),
    caption: wording.say('summary.band-caption', { score, stage }),
  };
}

/** How many steps the first page names: fewer where it also shows the years. */
const FIRST_STEPS = { alone: 5, withYears: 3 } as const;

function firstSteps(view: View, arrangement: Arrangement): readonly Block[] {
  const { wording, evaluation } = view;
  const most = view.before ? FIRST_STEPS.withYears : FIRST_STEPS.alone;
  const steps = evaluation.improvements.slice(0, most);
  const title: Block = { kind: 'heading', level: 3, texts: wording.say('summary.first-steps') };
  if (steps.length === 0) return [title, note(view, say('improvements.none'))];
  return [
    title,
    {
      kind: 'list',
      ordered: true,
      style: view.print.note,
      arrangement,
      items: steps.map((step): ListItem => ({ texts: wording.texts(stepText(view, step)) })),
    },
  ];
}

function stepText(
  { survey }: View,
  { question: id, overallGain, evidenceWeight }: Improvement,
): Phrase {
  const question = survey.question(id);
  const text = question ? labelOf(question) : same(id);
  const evidence = say(`improvements.evidence.${evidenceWeight}`);
  return say('summary.step', { question: text, gain: fixed(overallGain), evidence });
}
