import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCatalogue } from '@sukoyaka/catalogue';
import { withClient } from '@sukoyaka/testing';
import { arbitraryAnswer } from '@sukoyaka/testing/answers';
import type { Question, Section } from '@sukoyaka/survey';
import fc from 'fast-check';
import { type RunningApi, startApi } from '../support/api.js';
import { EDITION, saveAssessment, submit } from '../support/builders.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const { sections, years } = openCatalogue().edition(EDITION);
/** What may stand in the log by itself, whatever was answered: names of ours. */
const OURS = new Set(
  sections.flatMap(({ id, questions }) => [id, ...questions.map((each) => each.id)]),
);

/** Texts and numbers that are nowhere else. */
const text = fc.stringMatching(/^[ก-ฮあ-ん=@"'a-z]{8,60}$/);
const number = fc.integer({ min: 1_000_003, max: 999_999_937 });

function answerTo(question: Question): fc.Arbitrary<unknown> {
  if (question.type === 'text') return text;
  if (question.type === 'number') return number;
  if (question.type === 'evidence') {
    return text.map((title) => [{ title, kind: 'document', status: 'held' }]);
  }
  return arbitraryAnswer(question, years);
}

function answersTo({ questions }: Section): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const fields = questions.map((question) => [question.id, answerTo(question)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

/** Every text and number in a value, keys included, of four characters or more. */
function valuesIn(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...valuesIn(each)]);
}

/** The log as it stands, whole and as the values of its facts. */
async function logged(): Promise<{ whole: string; facts: ReadonlySet<string> }> {
  return withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      'SELECT to_jsonb(e) AS row FROM audit_event e UNION ALL SELECT to_jsonb(h) FROM audit_head h',
    );
    return { whole: JSON.stringify(rows), facts: new Set(valuesIn(rows)) };
  });
}

describe('the log', () => {
  it('holds nothing of what was answered, whatever it is', async () => {
    const everything = fc.record(
      Object.fromEntries(sections.map((section) => [section.id, answersTo(section)])),
    );
    const property = fc.asyncProperty(everything, async (answers) => {
      const assessment = await saveAssessment(api);
      for (const [section, values] of Object.entries(answers)) {
        const path = `${assessment.path}/sections/${section}`;
        await api.http.put(path).set('If-Match', '"0"').send({ answers: values }).expect(200);
      }
      await submit(api, assessment);
      const { whole, facts } = await logged();
      const given = Object.values(answers).flatMap((values) =>
        Object.values(values).flatMap(valuesIn),
      );
      const own = given.filter((value) => value.length >= 4 && !OURS.has(value));
      expect(own.filter((value) => facts.has(value))).toEqual([]);
      // What can be nothing else is nowhere in it, not as a part either.
      const unmistakable = own.filter((value) => value.length >= 8);
      expect(unmistakable.filter((value) => whole.includes(JSON.stringify(value)))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 8 });
  }, 120_000);

  it('would be found to hold something by this test', async () => {
    await api.http.get('/api/me').expect(200);
    const { facts } = await logged();
    expect(facts.has('organisation.registered')).toBe(true);
    expect(facts.has(sections[0]?.id ?? '')).toBe(true);
  });
});
