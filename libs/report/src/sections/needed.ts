import type { Block, TableRow } from '@sukoyaka/typesetting';
import { type NeededItem, type NeededPart, neededParts, type NeededWay } from '../facts/needed.js';
import type { View } from '../view.js';
import { join, localised, type Phrase, say } from '../words/phrase.js';

/** What would be needed to meet the criteria, the shortest ways first. */
export function needed(view: View): readonly Block[] {
  const { wording } = view;
  const title: Block = { kind: 'heading', level: 2, texts: wording.say('needed.title') };
  const parts = neededParts(view);
  if (parts.length === 0) {
    return [
      title,
      { kind: 'paragraph', texts: wording.say('needed.nothing'), style: view.print.note },
    ];
  }
  return [
    title,
    {
      kind: 'table',
      columns: wording.languages.map(() => ({ share: 1 })),
      header: wording.cells(wording.say('needed.intro')),
      rows: parts.flatMap((part) => partRows(view, part)),
      summary: wording.say('needed.summary'),
      style: view.print.back,
    },
  ];
}

function partRows(view: View, { instruction, items }: NeededPart): readonly TableRow[] {
  const { wording } = view;
  return [
    { section: true, cells: wording.cells(wording.texts(instruction)) },
    ...items.flatMap((item) => itemRows(view, item)),
  ];
}

/** One row where all readings need the same, else one for each way. */
function itemRows(view: View, { name, ways }: NeededItem): readonly TableRow[] {
  const { wording } = view;
  return ways.map((way) => ({
    cells: wording.cells(wording.led(nameFor(view, name, way), join(way.steps, 'sentences'))),
  }));
}

function nameFor(view: View, name: Phrase, { readings }: NeededWay): Phrase {
  if (readings.length === view.readings.length) return name;
  const titles = join(
    readings.map(({ rules }) => localised(rules.title)),
    'facts',
  );
  return say('needed.name-in', { name, readings: titles });
}
