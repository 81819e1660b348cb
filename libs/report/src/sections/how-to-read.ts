import type { Block, Status } from '@sukoyaka/typesetting';
import type { View } from '../view.js';
import { join, number, type Phrase, say } from '../words/phrase.js';
import { heading } from './parts.js';
import { hasSideDeviations } from './sides.js';

/** What the words and marks of the report mean. */
export function howToRead(view: View): readonly Block[] {
  const { wording } = view;
  const points = [
    say('how.score'),
    say('how.stage', { stages: stages(view) }),
    deviation(view),
    ...(view.evaluation.comparison?.all ? [say('how.compared')] : []),
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

/** What a T value is, and why there is none where there is none. */
function deviation(view: View): Phrase {
  const meaning = say('how.deviation');
  if (hasSideDeviations(view)) return meaning;
  return join([meaning, say('how.no-deviation')], 'sentences');
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
