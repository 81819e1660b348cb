import { checkLocalised, type DefinitionFault, type Edition, reportTo } from '@sukoyaka/survey';
import type { ParentTopic } from './programme.js';

const PROVENANCE = ['published', 'transcribed', 'believed'];

/** Checks that parent topics are told apart, named in all languages, and ask what the edition asks. */
export function checkParentTopics(
  topics: readonly ParentTopic[],
  { division, sections }: Pick<Edition, 'division' | 'sections'>,
): readonly DefinitionFault[] {
  const asked = new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const seen = new Set<string>();
  return topics.flatMap(({ id, name, provenance, questions }) => {
    const at = `parent-topics/${id}`;
    const faults: DefinitionFault[] = [];
    const report = reportTo(faults, at);
    const named = questions[division];
    for (const question of named) {
      if (!asked.has(question)) report('topic-question', { question, division });
    }
    if (seen.has(id)) report('topic-twice');
    seen.add(id);
    if (new Set(named).size < named.length) report('topic-question-twice');
    if (!PROVENANCE.includes(provenance)) report('topic-provenance', { provenance });
    return [...faults, ...checkLocalised(name, at)];
  });
}
