import type { Question } from '@sukoyaka/survey';
import type { Accent, Block, Cell, TableBlock, TableRow } from '@sukoyaka/typesetting';
import { type DigestSection, digestOf } from '../facts/digest.js';
import { accentOf, type View } from '../view.js';
import type { AnswerInWords } from '../words/answer.js';
import { oneLine, paragraphs } from '../words/clean.js';
import { localised, say } from '../words/phrase.js';
import { shortQuestion } from '../words/question.js';
import { heading, intro } from './parts.js';

/** A text longer than this leaves the table and is set as paragraphs that may break over pages. */
const LONG_TEXT = 280;

/** Every question that the company saw, with its answer in words. */
export function answers(view: View): readonly Block[] {
  const title = heading(view, 'answers', { newPage: true });
  const sections = digestOf(view);
  if (sections.length === 0) return [title, intro(view, 'answers.none')];
  return [title, intro(view, 'answers.intro'), ...sections.flatMap((part) => blocksOf(view, part))];
}

function blocksOf(view: View, { section, answers: list }: DigestSection): readonly Block[] {
  const { wording } = view;
  const accent = accentOf(section.pillar);
  const texts = wording.texts(localised(section.title));
  const blocks: Block[] = [{ kind: 'heading', level: 2, texts, accent }];
  let rows: TableRow[] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push(tableOf(view, rows, accent));
    rows = [];
  };
  for (const { question, answer } of list) {
    if (answer.state === 'own' && answer.text.length > LONG_TEXT) {
      flush();
      blocks.push(...longText(view, question, answer.text));
    } else {
      rows.push(rowOf(view, question, answer));
    }
  }
  flush();
  return blocks;
}

function tableOf({ wording }: View, rows: readonly TableRow[], accent: Accent): TableBlock {
  return {
    kind: 'table',
    columns: [{ share: 0.46 }, { share: 0.54 }],
    header: ['answers.question', 'answers.answer'].map((key) => ({ texts: wording.say(key) })),
    rows,
    accent,
    style: 'caption',
  };
}

function rowOf(view: View, question: Question, answer: AnswerInWords): TableRow {
  const { wording } = view;
  const asked: Cell = { texts: wording.texts(shortQuestion(question)), rowHeader: true };
  return { cells: [asked, answerCell(view, answer)] };
}

function answerCell({ wording }: View, answer: AnswerInWords): Cell {
  switch (answer.state) {
    case 'answered':
      return { texts: wording.texts(answer.words) };
    case 'own':
      return { texts: wording.own(oneLine(answer.text)) };
    case 'not-applicable': {
      const texts = wording.texts(say('answer.not-applicable', { reason: answer.words }));
      return { status: { status: 'not-applicable', texts } };
    }
    case 'unknown':
      return { status: { status: 'unknown', texts: wording.say('answer.unknown') } };
  }
}

/** The company's own words, in full and once, paragraph by paragraph. */
function longText({ wording }: View, question: Question, text: string): readonly Block[] {
  return [
    {
      kind: 'heading',
      level: 3,
      texts: wording.texts(shortQuestion(question)),
      arrangement: 'stacked',
    },
    ...paragraphs(text).map((paragraph): Block => ({
      kind: 'paragraph',
      style: 'caption',
      texts: wording.own(paragraph),
    })),
  ];
}
