import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import {
  criteriaOf,
  decide,
  readStatement,
  type RuleSet,
  type Verdict,
} from '@sukoyaka/conformity';
import { DomainError } from '@sukoyaka/kernel';
import fc from 'fast-check';

const catalogue = openCatalogue();
const programme = catalogue.programmeOf(catalogue.edition('jp-hpm-large/2026'));

/** The published rules, written a second time from the programme's own table of roles. */
function conformsByRoles(met: ReadonlySet<string>, rules: RuleSet): boolean {
  const has = (wanted: (role: string) => boolean): number =>
    programme.criteria.filter((c) => wanted(c[rules.division] ?? '') && met.has(c.id)).length;
  const required = has((role) => role === 'required');
  if (rules.division === 'large') {
    return required === 8 && has((role) => role.startsWith('selectable')) >= 14;
  }
  const enough = (group: string, least: number): boolean => has((role) => role === group) >= least;
  return required === 7 && enough('A', 2) && enough('B', 2) && enough('C', 4);
}

interface Situation {
  readonly met: readonly string[];
  readonly unknown: readonly string[];
}

/** Mostly met, so that the boundary is met often. */
function situations(rules: RuleSet): fc.Arbitrary<Situation> {
  const ids = criteriaOf(rules);
  const state = fc.constantFrom('met', 'met', 'met', 'met', 'met', 'met', 'met', 'not', 'unknown');
  return fc.array(state, { minLength: ids.length, maxLength: ids.length }).map((states) => ({
    met: ids.filter((_, index) => states[index] === 'met'),
    unknown: ids.filter((_, index) => states[index] === 'unknown'),
  }));
}

const verdict = (rules: RuleSet, situation: Situation): Verdict =>
  decide(rules, readStatement(situation, rules, true));

describe.each(catalogue.ruleSetIds())('%s', (id) => {
  const rules = catalogue.ruleSet(id);

  it('decides as the published roles say', () => {
    fc.assert(
      fc.property(situations(rules), ({ met, unknown }) => {
        const worst = conformsByRoles(new Set(met), rules);
        const best = conformsByRoles(new Set([...met, ...unknown]), rules);
        const expected = worst === best ? worst : null;
        expect(verdict(rules, { met, unknown }).conforms).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('never turns worse when one more criterion is met', () => {
    const rank = (conforms: boolean | null): number => (conforms === null ? 1 : conforms ? 2 : 0);
    fc.assert(
      fc.property(situations(rules), fc.nat(), ({ met, unknown }, pick) => {
        const ids = criteriaOf(rules);
        const gained = ids[pick % ids.length] ?? '';
        const after = {
          met: [...new Set([...met, gained])],
          unknown: unknown.filter((u) => u !== gained),
        };
        const before = verdict(rules, { met, unknown });
        expect(rank(verdict(rules, after).conforms)).toBeGreaterThanOrEqual(rank(before.conforms));
      }),
    );
  });

  it('does not depend on the order of the lists', () => {
    fc.assert(
      fc.property(situations(rules), ({ met, unknown }) => {
        const turned = { met: met.toReversed(), unknown: unknown.toReversed() };
        expect(verdict(rules, turned)).toEqual(verdict(rules, { met, unknown }));
      }),
    );
  });

  it('says what is missing exactly when it does not conform', () => {
    fc.assert(
      fc.property(situations(rules), (situation) => {
        const { conforms, missing, undecided } = verdict(rules, situation);
        expect(missing.length > 0).toBe(conforms === false);
        if (conforms === null) expect(undecided.length).toBeGreaterThan(0);
        if (conforms === true) expect(undecided).toEqual([]);
      }),
    );
  });

  it('reads lists however long they are', () => {
    const often = (id: string): string[] => Array<string>(200_000).fill(id);
    const long = { met: often('diet'), unknown: often('exercise') };
    expect(verdict(rules, long)).toEqual(verdict(rules, { met: ['diet'], unknown: ['exercise'] }));
  });

  it('refuses a criterion of the other division, contradictions and unknown parts', () => {
    const foreign = rules.division === 'large' ? 'childcare-eldercare' : 'board-agenda';
    const code = (statement: unknown): string => {
      try {
        readStatement(statement, rules, false);
        return 'accepted';
      } catch (error) {
        return error instanceof DomainError ? error.code : 'another error';
      }
    };
    expect(code({ met: [foreign] })).toBe('CRITERION_UNKNOWN');
    expect(code({ met: [], unknown: [foreign] })).toBe('CRITERION_UNKNOWN');
    expect(code({ met: ['diet'], unknown: ['diet'] })).toBe('CRITERION_CONTRADICTORY');
    expect(code({ met: [], gates: { 'no-such-gate': true } })).toBe('GATE_UNKNOWN');
    for (const broken of [
      null,
      [],
      {},
      'diet',
      { met: 'diet' },
      { met: [1] },
      { met: [], rank: 0 },
      { met: [], rank: 1.5 },
      { met: [], gates: { 'pledges-accepted': 'yes' } },
      { met: [], extra: 1 },
    ]) {
      expect(code(broken)).toBe('CRITERIA_INVALID');
    }
  });
});
