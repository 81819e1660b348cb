import { answerOf, type IssueStory } from '@sukoyaka/survey';
import type { Block, Cell, TableRow } from '@sukoyaka/typesetting';
import { ownText, STORY_PARTS, toldIssues } from '../facts/issues.js';
import type { View } from '../view.js';
import { optionText } from '../words/question.js';

/** The main issues as the company tells them: what is wrong, what was done, what came of it. */
export function issueStories(view: View): readonly Block[] {
  const { wording, print } = view;
  const told = toldIssues(view);
  if (told.length === 0) return [];
  return [
    { kind: 'heading', level: 2, texts: wording.say('issues.title') },
    {
      kind: 'table',
      style: print.back,
      columns: STORY_PARTS.map(() => ({ share: 1 })),
      header: STORY_PARTS.map((part) => ({ texts: wording.say(`issues.${part}`) })),
      rows: told.flatMap((story) => rowsOf(view, story)),
      summary: wording.say('issues.title'),
    },
  ];
}

function rowsOf(view: View, story: IssueStory): readonly TableRow[] {
  const { wording, survey, evaluation } = view;
  const question = survey.question(story.theme);
  const theme = answerOf(evaluation.answers, story.theme);
  const title: Cell[] =
    question && typeof theme === 'string'
      ? [{ texts: wording.texts(optionText(question, theme)), span: STORY_PARTS.length }]
      : [];
  const cells = STORY_PARTS.map((part): Cell => {
    const text = ownText(view, story[part]);
    return { texts: text === '' ? wording.say('issues.unknown') : wording.own(text) };
  });
  return [...title.map((cell): TableRow => ({ section: true, cells: [cell] })), { cells }];
}
