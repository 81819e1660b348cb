import { answerOf, type Question } from '@sukoyaka/survey';
import type { Block, TableRow, Texts } from '@sukoyaka/typesetting';
import { wholeAnswer } from '../facts/digest.js';
import { numbered } from '../facts/numbering.js';
import { participationOf } from '../facts/participation.js';
import type { View } from '../view.js';
import { oneLine } from '../words/clean.js';
import { join, number, type Phrase, say } from '../words/phrase.js';
import { optionText } from '../words/question.js';
import { figureTable } from './figure-table.js';
import { heading, intro, remark } from './parts.js';

const LISTS = ['strategy', 'disclosure', 'board'] as const;

/** Strategy, disclosure, what the board dealt with, and who took part. */
export function management(view: View): readonly Block[] {
  const parts = [...LISTS.flatMap((part) => listPart(view, part)), ...participation(view)];
  const title = heading(view, 'management');
  return parts.length === 0 ? [title, remark(view, 'management.none')] : [title, ...parts];
}

/** The questions of one part that the company saw, each with its whole answer. */
function listPart(view: View, part: (typeof LISTS)[number]): readonly Block[] {
  const { wording, survey, evaluation, print } = view;
  const visible = new Set(survey.visible(evaluation.answers));
  const asked = (survey.edition.feedback?.[part] ?? []).flatMap((id) => {
    const question = survey.question(id);
    return question && visible.has(id) ? [question] : [];
  });
  if (asked.length === 0) return [];
  return [
    { kind: 'heading', level: 2, texts: wording.say(`management.${part}`) },
    {
      kind: 'table',
      style: print.back,
      columns: wording.languages.map(() => ({ share: 1 })),
      header: wording.cells(wording.say('management.header')),
      rows: asked.flatMap((question) => rowsOf(view, question)),
      summary: wording.say(`management.${part}`),
    },
  ];
}

/** A text of the company stands once, under its question; everything else is run in. */
function rowsOf(view: View, question: Question): readonly TableRow[] {
  const { wording, evaluation } = view;
  const value = answerOf(evaluation.answers, question.id);
  const row = (texts: Texts): TableRow => ({ cells: wording.cells(texts) });
  if (question.type === 'text' && typeof value === 'string') {
    return [row(wording.bold(numbered(view, question))), row(wording.own(oneLine(value)))];
  }
  if (value === undefined) {
    return [row(wording.led(numbered(view, question), say('answer.unknown'), 'unknown'))];
  }
  return [row(wording.led(numbered(view, question), wordsOf(view, question)))];
}

/** Of a choice of several what was chosen, and what was not: both are worth knowing. */
function wordsOf(view: View, question: Question): Phrase {
  const value = answerOf(view.evaluation.answers, question.id);
  if (question.type === 'multiple' && Array.isArray(value)) {
    return chosenAndNot(question, value as readonly string[]);
  }
  const answer = wholeAnswer(view, question);
  if (answer.state === 'not-applicable') {
    return say('answer.not-applicable', { reason: answer.words });
  }
  return answer.state === 'answered' ? answer.words : say('answer.unknown');
}

function chosenAndNot(
  question: Extract<Question, { type: 'multiple' }>,
  chosen: readonly string[],
): Phrase {
  const options = question.options.filter(({ exclusive }) => !exclusive);
  const list = (held: boolean): Phrase =>
    join(
      options
        .filter(({ id }) => chosen.includes(id) === held)
        .map(({ id }) => optionText(question, id)),
      'items',
    );
  const held = options.filter(({ id }) => chosen.includes(id)).length;
  const counts = { n: number(held, 0), of: number(options.length, 0) };
  const facts = [
    ...(held > 0 ? [say('management.chosen', { ...counts, options: list(true) })] : []),
    ...(held < options.length ? [say('management.not-chosen', { options: list(false) })] : []),
  ];
  return join(facts, 'sentences');
}

function participation(view: View): readonly Block[] {
  const figures = participationOf(view);
  if (figures.length === 0) return [];
  return [
    { kind: 'heading', level: 2, texts: view.wording.say('management.participation') },
    intro(view, 'outcome.legend'),
    figureTable(view, figures, 'management.participation'),
  ];
}
