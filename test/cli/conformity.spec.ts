import { afterAll, describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { criteriaOf } from '@sukoyaka/conformity';
import { LOCALES } from '@sukoyaka/kernel';
import { Desk, objects } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

const catalogue = openCatalogue();
const RULES = catalogue.ruleSetIds();

const judge = (rules: string, statements: readonly unknown[], ...options: string[]) =>
  desk.run(
    ['conformity', '--rules', rules, '--criteria', '-', ...options],
    statements.map((statement) => JSON.stringify(statement)).join('\n'),
  );

describe.each(RULES)('conformity by %s', (rules) => {
  const set = catalogue.ruleSet(rules);
  const all = criteriaOf(set);
  const [required = ''] = set.required;
  const gates = Object.fromEntries(set.gates.map(({ id }) => [id, true]));

  it('is met when all is met and every gate is passed', async () => {
    const { code, out } = await judge(rules, [{ met: all, gates }], '--json');
    expect(code).toBe(0);
    const level = set.extras ? 'white500-extras-met' : 'reference-criteria-met';
    expect(objects(out)).toEqual([{ conforms: true, level, missing: [], undecided: [] }]);
  });

  it('hangs on gates that are not stated, unless they are assumed', async () => {
    const open = await judge(rules, [{ met: all }], '--json');
    expect(open.code).toBe(1);
    expect(objects(open.out)).toMatchObject([{ conforms: null, level: 'none', missing: [] }]);
    expect((await judge(rules, [{ met: all }], '--assume-gates')).code).toBe(0);
  });

  it('is not met without a required criterion, whatever is unknown', async () => {
    const met = all.filter((id) => id !== required);
    const statement = { met: met.slice(0, 3), unknown: met.slice(3) };
    const { code, out } = await judge(rules, [statement], '--json');
    expect(code).toBe(1);
    const [verdict] = objects(out);
    expect(verdict).toMatchObject({ conforms: false, level: 'none' });
    expect(verdict?.['missing']).toContainEqual({ criterion: required });
  });

  it('needs the least number of each group', async () => {
    for (const { id, min, of } of set.groups) {
      const spare = of.slice(0, of.length - min + 1);
      const met = all.filter((criterion) => !spare.includes(criterion));
      const { out } = await judge(rules, [{ met }], '--json', '--assume-gates');
      expect(objects(out)).toMatchObject([
        { conforms: false, missing: [{ group: id, have: min - 1, need: min, options: spare }] },
      ]);
    }
  });

  it('answers one line for each line, in order', async () => {
    const { code, out } = await judge(
      rules,
      [{ met: all }, { met: [] }],
      '--json',
      '--assume-gates',
    );
    expect(code).toBe(1);
    expect(objects(out).map(({ conforms }) => conforms)).toEqual([true, false]);
    for (const verdict of objects(out)) {
      expect(Object.keys(verdict)).toEqual(['conforms', 'level', 'missing', 'undecided']);
    }
  });

  it.each(LOCALES)('is told in %s', async (lang) => {
    const { out } = await judge(rules, [{ met: [] }], '--lang', lang);
    expect(out).toContain(set.title[lang]);
    for (const id of set.required) {
      const rule = set.criteria.find((criterion) => criterion.id === id);
      expect(out).toContain(rule?.name[lang]);
      expect(out).toContain(rule?.reading[lang]);
    }
    expect(out).not.toMatch(/\[(th|ja|en)\] |\{\{/);
  });
});

describe('a statement that cannot be read', () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['an unknown criterion', { met: ['moon-landing'] }],
    ['a criterion met and unknown', { met: ['policy-disclosure'], unknown: ['policy-disclosure'] }],
    ['an unknown gate', { met: [], gates: { moon: true } }],
    ['a gate that is no yes or no', { met: [], gates: { 'pledges-accepted': 'yes' } }],
    ['no list', { met: 'policy-disclosure' }],
    ['nothing', {}],
    ['a list', []],
    ['a stray key', { met: [], mets: [] }],
    ['a rank of zero', { met: [], rank: 0 }],
  ];

  it.each(wrong)('(%s) is refused with its line, and nothing is printed', async (_, statement) => {
    const { code, out, err } = await judge('jp-hpm-2026-large', [{ met: [] }, statement], '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('line 2');
  });

  it('may belong to the other division', async () => {
    const large = criteriaOf(catalogue.ruleSet('jp-hpm-2026-large'));
    const sme = new Set(criteriaOf(catalogue.ruleSet('jp-hpm-2026-sme')));
    const foreign = large.find((id) => !sme.has(id));
    expect((await judge('jp-hpm-2026-sme', [{ met: [foreign] }])).code).toBe(2);
  });
});
