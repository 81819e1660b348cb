import type { Block } from '@sukoyaka/typesetting';
import { numberOf } from '../facts/numbering.js';
import { type AnsweredTopic, answeredTopics } from '../facts/parent.js';
import type { View } from '../view.js';
import { join, localised, type Phrase, say } from '../words/phrase.js';
import { heading, sectionNumber } from './parts.js';

/** For a parent company in Japan: where this report answers what it is asked itself. */
export function parent(view: View): readonly Block[] {
  const { wording, print } = view;
  const topics = answeredTopics(view);
  if (topics.length === 0 || !wording.languages.includes('ja')) return [];
  return [
    heading(view, 'parent'),
    {
      kind: 'paragraph',
      texts: wording.say('parent.intro', { section: sectionNumber('answers') }),
      style: print.note,
      keepWithNext: true,
    },
    {
      kind: 'table',
      style: print.back,
      columns: wording.languages.map(() => ({ share: 1 })),
      header: wording.cells(wording.say('parent.header')),
      rows: topics.map((each) => ({
        cells: wording.cells(wording.led(localised(each.topic.name), answersTo(view, each))),
      })),
      summary: wording.say('parent.header'),
    },
  ];
}

function answersTo(view: View, { answered, unknown }: AnsweredTopic): Phrase {
  if (answered.length + unknown.length === 0) return say('parent.none');
  const numbers = (ids: readonly string[]): string =>
    ids
      .map((id) => numberOf(view, id))
      .sort((a, b) => a - b)
      .join(', ');
  return join(
    [
      ...(answered.length > 0 ? [say('parent.answered', { numbers: numbers(answered) })] : []),
      ...(unknown.length > 0 ? [say('parent.unknown', { numbers: numbers(unknown) })] : []),
    ],
    'facts',
  );
}
