import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildReport, reportTwin } from '@sukoyaka/report';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  companies,
  emptySheet,
  inputFor,
  LANGUAGES,
  LARGE,
  said,
  SME,
  type Workshop,
} from './support/reports.js';

const schema: object = JSON.parse(
  readFileSync(new URL('../schema/report.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

function faultsOf(value: unknown): unknown {
  validate(JSON.parse(JSON.stringify(value)));
  return validate.errors ?? [];
}

describe.each([
  ['large', LARGE],
  ['small', SME],
])('The twin of a report of the %s edition', (_, workshop: Workshop) => {
  const sheets = [...companies(workshop, 5), emptySheet(workshop)];

  it.each(LANGUAGES.map((chosen) => [chosen] as const))('fits its schema in %j', (languages) => {
    for (const sheet of sheets) {
      const twin = reportTwin(inputFor(workshop, sheet, { languages, cohort: true }));
      expect(faultsOf(twin)).toEqual([]);
    }
  });

  it('says each sentence in the languages of the report and no other', () => {
    const [sheet] = sheets;
    const twin = reportTwin(
      inputFor(workshop, sheet ?? emptySheet(workshop), { languages: ['th', 'en'] }),
    );
    for (const { text } of twin.answers) expect(Object.keys(text)).toEqual(['th', 'en']);
    for (const { words } of twin.readings) expect(Object.keys(words)).toEqual(['th', 'en']);
  });

  it('rounds numbers once: scores to one decimal, points to two', () => {
    for (const sheet of sheets) {
      const twin = reportTwin(inputFor(workshop, sheet, { cohort: true }));
      const scores = [
        ...twin.sides,
        ...twin.subItems,
        ...twin.healthIssues,
        ...twin.valuePropositions,
      ];
      for (const { score, best, deviation, points } of scores) {
        for (const value of [score, best, deviation]) {
          if (value !== null) expect(value).toBe(Number(value.toFixed(1)));
        }
        expect(points).toBe(Number(points.toFixed(2)));
      }
    }
  });

  it('says of the decisions what the document prints', () => {
    for (const sheet of sheets) {
      const input = inputFor(workshop, sheet, { languages: ['th'] });
      const printed = said(buildReport(input));
      for (const { words, note } of reportTwin(input).readings) {
        expect(printed).toContain(words.th);
        expect(printed).toContain(note.th);
      }
    }
  });
});

describe('The twin', () => {
  it('holds the answers as they were given, and none of a withheld figure', () => {
    const answers = {
      'presenteeism-instrument': 'spq',
      presenteeism: { '2025': { value: 84.25, 'n-measured': 6 } },
      'policy-written': 'none',
    };
    const twin = reportTwin(inputFor(LARGE, { edition: LARGE.edition.id, answers }));
    const answer = (id: string): unknown => twin.answers.find(({ question }) => question === id);
    expect(answer('policy-written')).toMatchObject({ state: 'answered', value: 'none' });
    expect(answer('presenteeism')).not.toHaveProperty('value');
    expect(JSON.stringify(twin)).not.toContain('84.25');
    expect(answer('policy-outside')).toMatchObject({ state: 'unknown', words: null });
    expect(answer('policy-outside')).not.toHaveProperty('value');
  });

  it('gives no T value, rank or quarter to a company of which most is unknown', () => {
    const twin = reportTwin(inputFor(LARGE, emptySheet(LARGE), { cohort: true }));
    expect(twin.overall.standing).toMatchObject({ deviation: null, rankBand: null, quarter: null });
    expect(twin.sides.map(({ deviation }) => deviation)).toEqual([null, null, null, null]);
    expect(twin.overall).toMatchObject({ score: 0, best: 100, openShare: 1 });
  });
});
