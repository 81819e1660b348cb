import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import type { Question } from '@sukoyaka/survey';
import { RULES } from '../src/answers/rules.js';
import { createCompany } from '../src/company.js';

const catalogue = openCatalogue();
const editions = catalogue.editionIds().map((id) => catalogue.edition(id));
const rules = Object.entries(RULES).flatMap(([id, list]) => list.map((rule) => ({ id, ...rule })));

function idsOf(question: Question): readonly string[] {
  const options = 'options' in question ? question.options : [];
  return [...options, ...(question.notApplicable?.reasons ?? [])].map(({ id }) => id);
}

describe('rules of agreement', () => {
  it('are about questions of an edition, and about what can be answered there', () => {
    const all = editions.flatMap((edition) => edition.sections.flatMap((s) => s.questions));
    const known = (id: string): readonly string[] =>
      all.filter((question) => question.id === id).flatMap(idsOf);
    for (const { id, after, said = [], lacks = [], only = [], except = [] } of rules) {
      expect(all.map((question) => question.id)).toEqual(expect.arrayContaining([id, after]));
      expect(known(after)).toEqual(expect.arrayContaining([...said, ...lacks]));
      expect(known(id)).toEqual(expect.arrayContaining([...only, ...except]));
    }
  });

  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'look back, or to duties, in %s',
    (_, edition) => {
      const order = edition.sections.flatMap((s) => s.questions.map(({ id }) => id));
      const { duties } = createCompany(edition, 'rules', 1);
      for (const { id, after } of rules) {
        if (Object.hasOwn(duties, after) || !order.includes(id) || !order.includes(after)) continue;
        expect([id, order.indexOf(after) < order.indexOf(id)]).toEqual([id, true]);
      }
    },
  );
});
