import type { Block, KeyValuesBlock, ListItem } from '@sukoyaka/typesetting';
import { provenanceText } from '../facts/provenance.js';
import { sideIds } from './charts.js';
import { nameOf, type View } from '../view.js';
import { oneLine } from '../words/clean.js';
import { join, localised, number, type Phrase, same, say } from '../words/phrase.js';
import { heading, remark } from './parts.js';

/** How the result was made: method, versions with their provenance, disclosure, sources. */
export function method(view: View): readonly Block[] {
  const { wording } = view;
  return [
    heading(view, 'method'),
    list(view, methodPoints(view)),
    { kind: 'heading', level: 2, texts: wording.say('method.versions') },
    versions(view),
    remark(view, 'method.provenance-note'),
    { kind: 'heading', level: 2, texts: wording.say('method.disclosure') },
    list(view, [say('method.aggregates'), say('method.small-groups'), say('method.own-words')]),
    { kind: 'heading', level: 2, texts: wording.say('method.sources') },
    list(
      view,
      SOURCES.map((source) => say(`method.source.${source}`)),
    ),
  ];
}

const SOURCES = ['criteria', 'structure', 'evidence', 'instruments', 'questions'] as const;

function list({ wording, print }: View, points: readonly Phrase[]): Block {
  const items = points.map((point): ListItem => ({ texts: wording.texts(point) }));
  return { kind: 'list', style: print.note, items };
}

function methodPoints(view: View): readonly Phrase[] {
  const { programme, survey, evaluation } = view;
  const { sideWeights } = survey.edition.scoring;
  const weights = sideIds(view).map((id) =>
    say('method.weight', {
      side: nameOf(programme.pillars, id),
      weight: number(sideWeights[id] ?? 0),
    }),
  );
  return [
    say('method.points'),
    say('method.weights', { weights: join(weights, 'items') }),
    say('method.unknown'),
    say('method.deviation'),
    cohortText(view),
    say('method.criteria'),
    say('method.law'),
    ...(evaluation.standing?.cohort.synthetic ? [say('synthetic.cohort')] : []),
  ];
}

function cohortText({ evaluation }: View): Phrase {
  const cohort = evaluation.standing?.cohort;
  if (!cohort) return say('method.no-cohort');
  return say('method.cohort', { label: oneLine(cohort.label), n: number(cohort.n, 0) });
}

/** What exactly the result rests on, with how sure each part is. */
function versions(view: View): KeyValuesBlock {
  const { wording, survey, readings } = view;
  const { id, version, title, scoring } = survey.edition;
  const row = (key: Phrase, ...value: readonly Phrase[]): KeyValuesBlock['rows'][number] => ({
    key: wording.texts(key),
    value: wording.texts(join(value, 'facts')),
  });
  return {
    kind: 'keyValues',
    style: view.print.note,
    keyShare: 0.46,
    rows: [
      row(localised(title), versionText(id, version)),
      row(say('method.side-weights'), provenanceText([scoring.sideWeightsProvenance])),
      row(say('method.stage-limits'), provenanceText([scoring.stagesProvenance])),
      ...readings.map(({ rules }) =>
        row(
          localised(rules.title),
          versionText(rules.id, rules.version),
          provenanceText([rules.provenance, ...rules.criteria.map(({ provenance }) => provenance)]),
        ),
      ),
      row(say('cover.report-number'), same(oneLine(view.context.reportNumber))),
    ],
  };
}

function versionText(id: string, version: string): Phrase {
  return say('method.version', { id, version });
}
