import { afterAll, describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { simulate } from '@sukoyaka/simulation';
import fc from 'fast-check';
import { Desk, LARGE, objects, SME } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

const catalogue = openCatalogue();

/** Sheets of a simulated company with one value somewhere replaced by any JSON. */
function spoiled(edition: string): fc.Arbitrary<unknown> {
  const sheets = [
    ...simulate({ edition: catalogue.edition(edition), companies: 10, seed: 'fuzz' }),
  ];
  const path = fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 });
  return fc.tuple(fc.constantFrom(...sheets), path, fc.jsonValue()).map(([sheet, steps, value]) => {
    const copy = structuredClone(sheet) as unknown;
    replace(copy, steps, value);
    return copy;
  });
}

function replace(node: unknown, [step = 0, ...rest]: readonly number[], value: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const record = node as Record<string, unknown>;
  const keys = Object.keys(record);
  const key = keys[step % keys.length];
  if (key === undefined) return;
  const child = record[key];
  const deeper = typeof child === 'object' && child !== null && Object.keys(child).length > 0;
  if (rest.length > 0 && deeper) replace(child, rest, value);
  else record[key] = value;
}

describe.each([LARGE, SME])('any JSON for %s', (edition) => {
  const files = ['--survey', edition, '--answers', '-'];

  it('is valid or not, and named; what is valid is scored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoiled(edition), fc.jsonValue()), async (value) => {
        const input = JSON.stringify(value);
        const checked = await desk.run(['--json', 'validate', ...files], input);
        expect(checked.err).toBe('');
        const [{ valid, problems }] = objects(checked.out) as unknown as [
          { valid: boolean; problems: readonly { severity: string; remedy: string }[] },
        ];
        expect(checked.code).toBe(valid ? 0 : 1);
        expect(problems.some(({ severity }) => severity === 'error')).toBe(!valid);
        for (const { remedy } of problems) expect(remedy).not.toBe('');
        const scored = await desk.run(['--json', 'score', '--trace', ...files], input);
        expect(scored).toMatchObject({ code: checked.code, err: '' });
        expect(scored.out).not.toMatch(/NaN|"score":null,"best":\d/);
      }),
      { numRuns: 40 },
    );
  });
});

describe('any JSON as stated criteria', () => {
  it('is decided or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const argv = ['--json', 'conformity', '--rules', 'jp-hpm-2026-sme', '--criteria', '-'];
        const { code, out, err } = await desk.run(argv, JSON.stringify(value));
        expect([1, 2]).toContain(code);
        expect(out === '').toBe(code === 2);
        expect(err).not.toMatch(/program itself/);
      }),
    );
  });
});
