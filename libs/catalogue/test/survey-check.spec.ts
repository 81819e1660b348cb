import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkSurvey, contentHash, openCatalogue } from '@sukoyaka/catalogue';
import { LOCALES } from '@sukoyaka/kernel';
import { describeFault, FAULT_CODES } from '@sukoyaka/survey';

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
    edit(`${EDITION}/${path}`, change);
    return faults();
  }

  function edit(path: string, change: (content: Json) => void): void {
    const file = join(folder, path);
    const content = JSON.parse(readFileSync(file, 'utf8')) as Json;
    change(content);
    writeFileSync(file, JSON.stringify(content));
  }

  function faults(): string[] {
    const { faults: found } = checkSurvey(openCatalogue(folder), EDITION);
    return found.map((fault) => `${fault.at}: ${describeFault(fault, 'en')}`);
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
    expect(faults.join('\n')).toMatch(/declaration-channels\/when: .*unknown options somewhere/);
    expect(faults.join('\n')).toMatch(/declaration: can reach 3 points, but max is 9/);
  });

  it('finds a published programme that has changed', () => {
    edit('jp-hpm-2026.json', (programme) => {
      (programme['subItems'] as Json[])[0]!['pillar'] = 'measures';
    });
    expect(faults()).toEqual([
      expect.stringMatching(/^published: the published version \S+ has changed/),
      expect.stringMatching(/^published: the programme jp-hpm-2026 is not/),
    ]);
  });

  it('finds every target that no question covers any more', () => {
    const empty: Json = {
      criteria: [],
      gates: [],
      subItem: null,
      healthIssues: [],
      valuePropositions: {},
      mainPractices: [],
      thaiParts: [],
      gri: [],
      iso25554: [],
      evidenceWeight: null,
    };
    const { coverage } = checkSurvey(openCatalogue(folder), EDITION);
    const sections = openCatalogue(folder).edition(EDITION).sections;
    for (const { id } of sections) {
      edit(`${EDITION}/sections/${id}.json`, (section) => {
        for (const question of questions(section)) {
          question['mandatory'] = false;
          question['tags'] = { ...(question['tags'] as Json), ...empty };
        }
      });
    }
    const found = faults();
    for (const { dimension, target } of coverage.rows) {
      if (dimension === 'question type') continue;
      expect(found).toContain(`coverage: no question for ${dimension} "${target}"`);
    }
  });

  it('finds a formal gate that is gone, and a rule that reads none of its questions', () => {
    const found = faultsAfter('rule-sets/th-reading-2026-sme.json', (rules) => {
      rules['gates'] = (rules['gates'] as Json[]).slice(1);
      const [first, second] = rules['criteria'] as [Json, Json];
      first['metWhen'] = second['metWhen'];
    });
    expect(found).toContainEqual(expect.stringMatching(/^th-reading-2026-sme: gates is /));
    expect(found).toContain(
      'th-reading-2026-sme/policy-disclosure: its rule reads no question that is tagged with it',
    );
  });

  it.each<[string, string, (content: Json) => void, RegExp]>([
    ['an edition', 'edition.json', (e) => void (e['id'] = 'x/2026'), /^edition: id is "x\/2026"/],
    ['the scoring', 'edition.json', (e) => void (e['scoring'] = {}), /scoring: has no "stages"/],
    [
      'a question',
      'sections/habits.json',
      (s) => void delete questions(s)[0]!['tags'],
      /no "tags"/,
    ],
    [
      'a condition',
      'rule-sets/jp-hpm-2026-sme.json',
      (rules) => void ((rules['criteria'] as Json[])[0]!['metWhen'] = { op: 'perhaps' }),
      /^jp-hpm-2026-sme\/criteria\/0\/metWhen: has none of the forms/,
    ],
    [
      'a step',
      'sections/checkups.json',
      (section) => void (questions(section)[2]!['scoring'] = { by: 'steps', max: 1, steps: 7 }),
      /steps/,
    ],
    [
      'a mapping',
      'carry-over/from-jp-hpm-large-2026.json',
      (mapping) => void (mapping['questions'] = 7),
      /^carry-over\/questions: is not of the type object/,
    ],
    [
      'a mapping from nowhere',
      'carry-over/from-jp-hpm-large-2026.json',
      (mapping) => void ((mapping['from'] as Json)['edition'] = 'jp-hpm-large/1999'),
      /^carry-over: names the edition "jp-hpm-large\/1999"/,
    ],
  ])('names what is wrong with the shape of %s, and goes on', (_, path, change, said) => {
    const found = faultsAfter(path, change);
    expect(found).toContainEqual(expect.stringMatching(said));
    if (!path.startsWith('carry-over'))
      expect(found).toContainEqual(expect.stringMatching(/^publ/));
  });

  it.each(['edition.json', 'sections/habits.json', 'rule-sets/jp-hpm-2026-sme.json'])(
    'names a file that is no JSON (%s)',
    (path) => {
      writeFileSync(join(folder, EDITION, path), '{"id": ');
      expect(faults).toThrow(
        expect.objectContaining({
          code: 'DEFINITION_UNREADABLE',
          params: { file: `${EDITION}/${path}` },
        }),
      );
    },
  );

  it('finds two questions that a report could not tell apart', () => {
    const faults = faultsAfter('sections/profile.json', (section) => {
      const [first, second] = questions(section);
      if (first && second) second['label'] = first['label'];
    });
    expect(faults.filter((fault) => fault.includes('has the same label'))).toHaveLength(3);
  });
});

describe('a fault', () => {
  it('has words in three languages, whatever its code', async () => {
    const { resources } = await import('@sukoyaka/locales');
    for (const locale of LOCALES) {
      expect(Object.keys(resources[locale].survey.fault).sort()).toEqual([...FAULT_CODES].sort());
    }
  });

  it.each(LOCALES)('names what it is about in %s', (locale) => {
    const params = { dimension: 'health issue', target: 'high-risk' };
    const text = describeFault({ at: 'coverage', code: 'no-question-for', params }, locale);
    expect(text).toContain('high-risk');
    expect(text.includes('health issue')).toBe(locale === 'en');
  });
});

describe('contentHash', () => {
  it('depends on content, not on the order of keys', () => {
    expect(contentHash({ a: 1, b: [2, { c: 3 }] })).toBe(contentHash({ b: [2, { c: 3 }], a: 1 }));
    expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
    expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
  });
});
