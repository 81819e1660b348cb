import type { Block, Status } from '@sukoyaka/typesetting';
import type { View } from '../view.js';
import { join, number, type Phrase, say } from '../words/phrase.js';
import { heading } from './parts.js';

/** What the words and marks of the report mean. */
export function howToRead(view: View): readonly Block[] {
  const { wording } = view;
  const points = [
    say('how.score'),
    say('how.stage', { stages: stages(view) }),
    say('how.deviation'),
    say('how.unknown'),
    say('how.not-applicable'),
    say('how.readings'),
    say('how.evidence'),
  ];
  return [
    heading(view, 'how-to-read', { newPage: true }),
    {
      kind: 'list',
      style: view.print.note,
      items: points.map((point) => ({ texts: wording.texts(point) })),
    },
    { kind: 'columns', columns: STATUSES.map((status) => markColumn(view, status)) },
  ];
}

const STATUSES: readonly Status[] = ['met', 'not-met', 'unknown', 'not-applicable'];

function markColumn(
  { wording }: View,
  status: Status,
): { readonly share: number; readonly children: readonly Block[] } {
  const texts = wording.say(`status.${status}`);
  return { share: 0.25, children: [{ kind: 'mark', status: { status, texts } }] };
}

function stages({ survey }: View): Phrase {
  return join(
    survey.edition.scoring.stages.map(({ stage, from }) =>
      say('how.stage-from', { stage: say(`stage.${stage}`), from: number(from, 0) }),
    ),
    'items',
  );
}
