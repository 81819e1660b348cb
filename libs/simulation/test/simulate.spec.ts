import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { compile } from '@sukoyaka/survey';
import fc from 'fast-check';
import { simulate } from '@sukoyaka/simulation';

const catalogue = openCatalogue();
const editions = catalogue.editionIds().map((id) => compile(catalogue.edition(id)));

describe.each(editions.map((survey) => [survey.edition.id, survey] as const))(
  'synthetic companies of %s',
  (_, survey) => {
    const { edition } = survey;
    const lines = (companies: number, seed: string | number): readonly string[] =>
      Array.from(simulate({ edition, companies, seed }), (sheet) => JSON.stringify(sheet));

    it('always give valid answers', () => {
      fc.assert(
        fc.property(fc.string(), (seed) => {
          for (const sheet of simulate({ edition, companies: 5, seed })) {
            const { problems } = survey.checkSheet(sheet);
            expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
          }
        }),
        { numRuns: 60 },
      );
    });

    it('are the same for the same seed and others for another', () => {
      expect(lines(5, 'a')).toEqual(lines(5, 'a'));
      expect(lines(5, 'a')).not.toEqual(lines(5, 'b'));
      expect(lines(3, 7)).toEqual(lines(3, '7'));
    });

    it('do not depend on how many are asked for', () => {
      expect(lines(20, 7).slice(0, 4)).toEqual(lines(4, 7));
      expect(lines(0, 7)).toEqual([]);
    });

    it('are marked synthetic and bear no name or number of a real company', () => {
      for (const { organisation } of simulate({ edition, companies: 30, seed: 1 })) {
        expect(organisation?.synthetic).toBe(true);
        expect(organisation?.name).toMatch(/^(Synthetic Company|合成企業|บริษัทสมมติ) \d{4}$/);
        expect(organisation).not.toHaveProperty('registrationNumber');
      }
    });

    it('differ in country, industry, size and completeness', () => {
      const sheets = [...simulate({ edition, companies: 200, seed: 1 })];
      const distinct = (of: (sheet: (typeof sheets)[number]) => unknown): number =>
        new Set(sheets.map(of)).size;
      expect(distinct((sheet) => sheet.organisation?.country)).toBeGreaterThanOrEqual(5);
      expect(distinct((sheet) => sheet.organisation?.industry)).toBeGreaterThanOrEqual(8);
      expect(distinct((sheet) => sheet.organisation?.employees)).toBeGreaterThan(30);
      const complete = sheets.filter((sheet) => survey.checkSheet(sheet).complete).length;
      expect(complete).toBeGreaterThan(100);
      expect(complete).toBeLessThan(200);
    });

    it('count their sites so that the employees add up', () => {
      for (const { organisation } of simulate({ edition, companies: 100, seed: 2 })) {
        const sum = organisation?.sites?.reduce((total, site) => total + site.employees, 0);
        expect(sum).toBe(organisation?.employees);
      }
    });
  },
);
