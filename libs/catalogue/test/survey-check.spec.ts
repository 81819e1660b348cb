import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkSurvey, contentHash, openCatalogue } from '@sukoyaka/catalogue';

const EDITION = 'jp-hpm-sme/2026';

type Json = Record<string, unknown>;

describe('the check of an edition', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sukoyaka-surveys-'));
    cpSync(openCatalogue().folder, folder, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Changes a file of the edition and gives back the faults that this makes. */
  function faultsAfter(path: string, change: (content: Json) => void): string[] {
    const file = join(folder, EDITION, path);
    const content = JSON.parse(readFileSync(file, 'utf8')) as Json;
    change(content);
    writeFileSync(file, JSON.stringify(content));
    return checkSurvey(openCatalogue(folder), EDITION).faults.map(
      ({ at, fault }) => `${at}: ${fault}`,
    );
  }

  const questions = (section: Json): Json[] => section['questions'] as Json[];
  const find = (section: Json, id: string): Json => {
    const found = questions(section).find((question) => question['id'] === id);
    if (!found) throw new Error(`no question ${id}`);
    return found;
  };

  it.each(openCatalogue().editionIds())('finds nothing wrong with %s as it ships', (id) => {
    expect(checkSurvey(openCatalogue(), id).faults).toEqual([]);
  });

  it('finds a published edition that has changed', () => {
    const faults = faultsAfter('sections/profile.json', (section) => {
      (questions(section)[0]?.['text'] as Json)['en'] = 'Another wording.';
    });
    expect(faults).toEqual([
      'published: the published version 1.1.0 has changed: give it a new version',
    ]);
  });

  it('finds a published rule set that has changed', () => {
    const faults = faultsAfter('rule-sets/jp-hpm-2026-sme.json', (rules) => {
      (rules['groups'] as Json[])[0]!['min'] = 1;
    });
    expect(faults.some((fault) => fault.startsWith('published: '))).toBe(true);
  });

  it('finds a criterion that no question covers', () => {
    const faults = faultsAfter('sections/habits.json', (section) => {
      section['questions'] = questions(section).filter((q) => q['id'] !== 'diet-measures');
    });
    expect(faults).toContain('coverage: no question for criterion "diet"');
    expect(faults).toContain(
      'jp-hpm-2026-sme/diet: refers to "diet-measures", which is not asked before',
    );
  });

  it('finds a missing language, an unknown option in a condition, and points out of reach', () => {
    const faults = faultsAfter('sections/declaration.json', (section) => {
      delete (find(section, 'head-checkup')['why'] as Json)['th'];
      find(section, 'declaration-channels')['when'] = {
        op: 'one-of',
        question: 'declaration',
        values: ['somewhere'],
      };
      (find(section, 'declaration')['scoring'] as Json)['max'] = 9;
    });
    expect(faults.join('\n')).toMatch(/why: has no th/);
    expect(faults.join('\n')).toMatch(/declaration-channels: when: .*unknown options somewhere/);
    expect(faults.join('\n')).toMatch(/declaration: can reach 3 points, but max is 9/);
  });

  it('finds two questions that a report could not tell apart', () => {
    const faults = faultsAfter('sections/profile.json', (section) => {
      const [first, second] = questions(section);
      if (first && second) second['label'] = first['label'];
    });
    expect(faults.filter((fault) => fault.includes('has the same label'))).toHaveLength(3);
  });
});

describe('contentHash', () => {
  it('depends on content, not on the order of keys', () => {
    expect(contentHash({ a: 1, b: [2, { c: 3 }] })).toBe(contentHash({ b: [2, { c: 3 }], a: 1 }));
    expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
    expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
  });
});
