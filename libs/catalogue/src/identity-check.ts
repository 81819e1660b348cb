import { type DefinitionFault, type Edition, type FaultParams, reportTo } from '@sukoyaka/survey';
import type { Catalogue } from './catalogue.js';
import type { Programme } from './programme.js';

/** What stands in several files has to be the same in all of them. */
export function checkIdentity(
  catalogue: Catalogue,
  edition: Edition,
  programme: Programme,
  id: string,
): readonly DefinitionFault[] {
  const { programme: name, year, division, scoring } = edition;
  const sides = Object.keys(scoring.sideWeights).sort();
  const scored = Object.keys(programme.scoredSides.weights).sort();
  return [
    ...differences('edition', { id: edition.id, sides }, { id, sides: scored }),
    ...edition.ruleSets.flatMap((set) => {
      const rules = catalogue.ruleSet(set);
      const gates = rules.gates.map((gate) => gate.id).sort();
      const expected = { id: set, edition: id, programme: name, year, division };
      return [
        ...differences(set, rules, expected),
        ...differences(set, { gates }, { gates: programme.formalGates.ids.toSorted() }),
      ];
    }),
  ];
}

/** Each field of `expected` that is another one here. */
function differences<T extends object>(
  at: string,
  here: { readonly [Field in keyof T]: unknown },
  expected: T,
): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  for (const field of Object.keys(expected) as (keyof T & string)[]) {
    const params = { field, found: String(here[field]), expected: String(expected[field]) };
    if (params.found !== params.expected) {
      reportTo(faults, at)('identity-differs', params satisfies FaultParams);
    }
  }
  return faults;
}
