import type { SectionName } from '../sections/parts.js';
import type { View } from '../view.js';
import { toldIssues } from './issues.js';
import { standsAmong } from './outcomes.js';
import { outcomesBeside, participationOf } from './participation.js';

/** Questions whose whole answer stands in another section than the digest, with that section. */
export function standsElsewhere(view: View): ReadonlyMap<string, SectionName> {
  const { survey } = view;
  const { strategy = [], disclosure = [], board = [] } = survey.edition.feedback ?? {};
  const told = toldIssues(view).flatMap(({ theme, problem, measure, effect }) => [
    theme,
    problem,
    measure,
    effect,
  ]);
  const tables: readonly (readonly [SectionName, ReturnType<typeof participationOf>])[] = [
    ['management', participationOf(view)],
    ['outcomes', outcomesBeside(view)],
  ];
  return new Map<string, SectionName>([
    ...[...strategy, ...disclosure, ...board].map((id) => [id, 'management'] as const),
    ...told.map((id) => [id, 'health-issues'] as const),
    ...tables.flatMap(([section, figures]) =>
      survey.questions
        .filter((question) => standsAmong(figures, question))
        .map(({ id }) => [id, section] as const),
    ),
  ]);
}
