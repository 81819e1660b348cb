import type { Block, Cell, TableRow } from '@sukoyaka/typesetting';
import {
  countText,
  type CriteriaPart,
  criteriaParts,
  decisionNote,
  decisionText,
  itemName,
  stateIn,
} from '../facts/criteria.js';
import { accentOf, type View } from '../view.js';
import { localised, number, type Phrase, say } from '../words/phrase.js';
import { needed } from './needed.js';
import { heading, intros, remark } from './parts.js';

const STATUS_WIDTH = 96;

/** Countries for which there is a reading of the criteria. */
const READ_COUNTRIES: readonly string[] = ['JP', 'TH'];

/** Status against reference criteria: each criterion in both readings, counts, gates, what is needed. */
export function criteria(view: View): readonly Block[] {
  const title = heading(view, 'criteria');
  if (view.readings.length === 0) return [title, remark(view, 'criteria.no-readings')];
  const { country } = view.evaluation.organisation ?? {};
  const isKnown = country === undefined || READ_COUNTRIES.includes(country.toUpperCase());
  const keys = ['criteria.intro', ...(isKnown ? [] : ['criteria.other-country'])];
  return [title, ...intros(view, keys), ...decisions(view), table(view), ...needed(view)];
}

/** The decision of each reading, named. */
function decisions(view: View): readonly Block[] {
  const { wording } = view;
  const rows = view.readings.map((reading) => ({
    key: wording.texts(localised(reading.rules.title)),
    value: wording.led(decisionText(reading), decisionNote(reading)),
  }));
  const children: Block[] = [{ kind: 'keyValues', style: view.print.table, rows, keyShare: 0.36 }];
  return [{ kind: 'group', children }];
}

function table(view: View): Block {
  const { wording, readings } = view;
  const header: Cell[] = [
    { texts: wording.say('criteria.criterion') },
    ...readings.map(({ rules }) => ({ texts: wording.texts(localised(rules.title)) })),
  ];
  return {
    kind: 'table',
    style: view.print.table,
    columns: [{ share: 1 }, ...readings.map(() => ({ width: STATUS_WIDTH }))],
    header,
    rows: criteriaParts(readings).flatMap((part) => partRows(view, part)),
    summary: wording.say('criteria.summary'),
  };
}

function partRows(view: View, part: CriteriaPart): readonly TableRow[] {
  const { wording } = view;
  const counts = part.counts.map((count): Cell => {
    if (count === null) return { texts: wording.say('criteria.not-part') };
    return { texts: wording.texts(countText(count)), weight: 'bold' };
  });
  return [
    {
      section: true,
      cells: [{ texts: wording.texts(partName(part)), weight: 'bold', rowHeader: true }, ...counts],
    },
    ...part.items.map((id) => itemRow(view, part, id)),
  ];
}

/** The part's name with what is needed of it. */
function partName({ kind, name, counts, items }: CriteriaPart): Phrase {
  const needs = new Set(counts.flatMap((count) => count?.need ?? []));
  const [need] = needs;
  const of = number(items.length, 0);
  if (kind !== 'group' || needs.size !== 1 || need === undefined) {
    return say('criteria.all-of', { part: name, of });
  }
  return say('criteria.at-least', { part: name, need: number(need, 0), of });
}

function itemRow(view: View, { kind }: CriteriaPart, id: string): TableRow {
  const { wording, programme } = view;
  const pillar = programme.criteria.find((criterion) => criterion.id === id)?.pillar;
  return {
    accent: accentOf(pillar),
    cells: [
      { texts: wording.texts(itemName(view, kind, id)), rowHeader: true },
      ...view.readings.map((reading): Cell => {
        const status = stateIn(reading, kind, id);
        if (status === null) return { texts: wording.say('criteria.not-part') };
        return { status: { status, texts: wording.say(`status.${status}`) } };
      }),
    ],
  };
}
