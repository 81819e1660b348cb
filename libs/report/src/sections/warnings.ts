import type { Block } from '@sukoyaka/typesetting';
import { type Warning, warningsOf } from '../facts/warnings.js';
import type { View } from '../view.js';
import { join, type Phrase } from '../words/phrase.js';
import { heading, intro, remark } from './parts.js';

/** What the company is asked to look at again: valid, but unusual. */
export function warnings(view: View): readonly Block[] {
  const { wording } = view;
  const found = warningsOf(view);
  const title = heading(view, 'warnings');
  if (found.length === 0) {
    const { answered } = view.evaluation.completeness;
    return [title, remark(view, answered === 0 ? 'warnings.nothing-answered' : 'warnings.none')];
  }
  return [
    title,
    intro(view, 'warnings.intro'),
    {
      kind: 'table',
      style: view.print.back,
      columns: wording.languages.map(() => ({ share: 1 })),
      header: wording.cells(wording.say('warnings.what')),
      rows: found.map((warning) => ({
        cells: wording.cells(wording.led(warning.question, wordsOf(warning))),
      })),
    },
  ];
}

/** All reasons, and once what to do. */
function wordsOf({ findings }: Warning): Phrase {
  const reasons = findings.map(({ reason }) => reason);
  const remedy = findings[0]?.remedy;
  return join(remedy ? [...reasons, remedy] : reasons, 'sentences');
}
