import type { Block } from '@sukoyaka/typesetting';
import { warningsOf } from '../facts/warnings.js';
import type { View } from '../view.js';
import { join } from '../words/phrase.js';
import { heading, intro } from './parts.js';

/** What the company is asked to look at again: valid, but unusual. */
export function warnings(view: View): readonly Block[] {
  const { wording } = view;
  const found = warningsOf(view);
  const title = heading(view, 'warnings');
  if (found.length === 0) return [title, intro(view, 'warnings.none')];
  return [
    title,
    intro(view, 'warnings.intro'),
    {
      kind: 'table',
      columns: [{ share: 0.42 }, { share: 0.58 }],
      header: ['answers.question', 'warnings.what'].map((key) => ({ texts: wording.say(key) })),
      rows: found.map(({ question, reason, remedy }) => ({
        cells: [
          { texts: wording.texts(question), rowHeader: true },
          { texts: wording.texts(join([reason, remedy], 'sentences')) },
        ],
      })),
    },
  ];
}
