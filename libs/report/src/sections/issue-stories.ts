import { answerOf, type IssueStory } from '@sukoyaka/survey';
import type { Block, Cell, TableRow } from '@sukoyaka/typesetting';
import type { View } from '../view.js';
import { oneLine } from '../words/clean.js';
import { optionText } from '../words/question.js';

const PARTS = ['problem', 'measure', 'effect'] as const;

/** The main issues as the company tells them: what is wrong, what was done, what came of it. */
export function issueStories(view: View): readonly Block[] {
  const { wording, survey, print } = view;
  const told = (survey.edition.feedback?.issues ?? []).filter((story) => isTold(view, story));
  if (told.length === 0) return [];
  return [
    { kind: 'heading', level: 2, texts: wording.say('issues.title') },
    {
      kind: 'table',
      style: print.back,
      columns: PARTS.map(() => ({ share: 1 })),
      header: PARTS.map((part) => ({ texts: wording.say(`issues.${part}`) })),
      rows: told.flatMap((story) => rowsOf(view, story)),
      summary: wording.say('issues.title'),
    },
  ];
}

/** An issue is told when a theme was chosen and at least one text on it was given. */
function isTold(view: View, story: IssueStory): boolean {
  return PARTS.some((part) => textOf(view, story[part]) !== '');
}

function rowsOf(view: View, story: IssueStory): readonly TableRow[] {
  const { wording, survey, evaluation } = view;
  const question = survey.question(story.theme);
  const theme = answerOf(evaluation.answers, story.theme);
  const title: Cell[] =
    question && typeof theme === 'string'
      ? [{ texts: wording.texts(optionText(question, theme)), span: PARTS.length }]
      : [];
  const cells = PARTS.map((part): Cell => {
    const text = textOf(view, story[part]);
    return { texts: text === '' ? wording.say('issues.unknown') : wording.own(text) };
  });
  return [...title.map((cell): TableRow => ({ section: true, cells: [cell] })), { cells }];
}

function textOf({ evaluation }: View, question: string): string {
  const value = answerOf(evaluation.answers, question);
  return typeof value === 'string' ? oneLine(value) : '';
}
