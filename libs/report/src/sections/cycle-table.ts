import type { Block, Cell } from '@sukoyaka/typesetting';
import {
  deviationText,
  NOTHING,
  overallRange,
  rangeText,
  stageText,
} from '../facts/score-range.js';
import type { Cycle, View } from '../view.js';
import { cycleName } from '../facts/cycles.js';
import { localised, number, type Phrase, same, say } from '../words/phrase.js';

/** The last results, oldest first: score, stage, T value and rank band; nothing in the first cycle. */
export function cycleTable(view: View): readonly Block[] {
  const { wording, cycles, print } = view;
  if (cycles.length < 2) return [];
  const titles = ['year', 'edition', 'score', 'stage', 'deviation', 'rank'];
  const children: Block[] = [
    { kind: 'heading', level: 2, texts: wording.say('cycles.title') },
    {
      kind: 'table',
      style: print.table,
      columns: [
        { width: 58 },
        { share: 1 },
        { width: 66, align: 'right' },
        { width: 96 },
        { width: 52, align: 'right' },
        { width: 96, align: 'right' },
      ],
      header: titles.map((title) => ({ texts: wording.say(`cycles.${title}`) })),
      rows: cycles.map((cycle) => ({ cells: cellsOf(view, cycle) })),
      summary: wording.say('cycles.title'),
    },
  ];
  return [{ kind: 'group', children }];
}

function cellsOf(view: View, cycle: Cycle): readonly Cell[] {
  const { wording, survey, cycles } = view;
  const { evaluation } = cycle;
  const { edition, scores, standing } = evaluation;
  const shown = overallRange(scores);
  const cell = (phrase: Phrase): Cell => ({ texts: wording.texts(phrase) });
  return [
    { ...cell(cycleName(view, cycle)), rowHeader: true },
    cell(
      say('cycles.edition-version', { title: localised(edition.title), version: edition.version }),
    ),
    cell(rangeText(shown)),
    cell(cycle === cycles.at(-1) ? stageText(shown, survey.edition.scoring) : stageThen(cycle)),
    cell(deviationText(standing?.overall, shown)),
    cell(rankText(evaluation)),
  ];
}

/** The stage that an earlier result had by the limits of its own edition. */
function stageThen({ evaluation: { scores } }: Cycle): Phrase {
  const { stage } = scores.overall;
  if (stage === null) return say('stage.none');
  return say(overallRange(scores)?.mostlyUnknown ? 'stage.unknown' : `stage.${stage}`);
}

function rankText({ standing, scores }: Cycle['evaluation']): Phrase {
  const band = standing?.rankBand;
  if (!band || overallRange(scores)?.mostlyUnknown) return same(NOTHING);
  return say('cycles.band', {
    from: number(band.from, 0),
    to: number(band.to, 0),
    n: number(standing.cohort.n, 0),
  });
}
