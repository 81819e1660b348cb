import type { Block, Cell, TableRow } from '@sukoyaka/typesetting';
import { raiseOf } from '../facts/raise.js';
import { certainScore, rangeOf } from '../facts/score-range.js';
import { nameOf, type View } from '../view.js';
import { fixed, type Phrase, same, say } from '../words/phrase.js';
import { labelOf } from '../words/question.js';
import { heading, intros } from './parts.js';
import { scoreBar, tickKeys } from './score-table.js';

/** The value propositions, companies' and governments', with what would raise each most. */
export function valuePropositions(view: View): readonly Block[] {
  const { wording, programme } = view;
  const rows = (['company', 'government'] as const).flatMap((beneficiary) => {
    const own = programme.valuePropositions.filter((value) => value.for === beneficiary);
    if (own.length === 0) return [];
    const title: Cell = { texts: wording.say(`value-propositions.${beneficiary}`), span: 3 };
    return [{ section: true, cells: [title] }, ...own.map(({ id }) => valueRow(view, id))];
  });
  return [
    heading(view, 'value-propositions'),
    ...intros(view, ['value-propositions.intro', ...tickKeys(view)]),
    {
      kind: 'table',
      style: view.print.table,
      columns: [{ share: 0.38 }, { width: 104 }, { share: 0.62 }],
      header: ['table.name', 'table.index', 'value-propositions.raise'].map((key) => ({
        texts: wording.say(key),
      })),
      rows,
      summary: wording.say('value-propositions.summary'),
    },
  ];
}

function valueRow(view: View, id: string): TableRow {
  const { wording, evaluation, programme } = view;
  const shown = rangeOf(evaluation.scores.valuePropositions[id]);
  const name = nameOf(programme.valuePropositions, id);
  const ticks = [
    certainScore(view.before?.evaluation.scores.valuePropositions[id]),
    evaluation.comparison?.all?.means.valuePropositions[id] ?? null,
  ];
  return {
    cells: [
      { texts: wording.texts((language) => `${id} ${name(language)}`), rowHeader: true },
      { bar: scoreBar(view, shown, 'neutral', ticks) },
      { texts: wording.texts(raiseText(view, id)) },
    ],
  };
}

/** What would raise a value proposition most, in words. */
export function raiseText({ evaluation, survey }: View, id: string): Phrase {
  const raise = raiseOf(id, evaluation.trace, evaluation.scores, survey);
  if (raise === null) return say('value-propositions.nothing-left');
  const question = survey.question(raise.question);
  return say(raise.known ? 'value-propositions.step' : 'value-propositions.step-unknown', {
    question: question ? labelOf(question) : same(raise.question),
    gain: fixed(raise.gain),
  });
}
