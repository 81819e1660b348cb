import { checkLocalised, type DefinitionFault, type Edition } from '@sukoyaka/survey';
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
    const named = questions[division];
    const faults = named
      .filter((question) => !asked.has(question))
      .map((question) => `no question "${question}" in the ${division} edition`);
    if (seen.has(id)) faults.push('topic is listed twice');
    seen.add(id);
    if (new Set(named).size < named.length) faults.push('names a question twice');
    if (!PROVENANCE.includes(provenance)) faults.push(`no provenance "${provenance}"`);
    return [...faults.map((fault) => ({ at, fault })), ...checkLocalised(name, at)];
  });
}
