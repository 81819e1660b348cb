import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { Desk, LARGE, objects, sheet } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

const validate = (file: string, input?: string) =>
  desk.run(['--json', 'validate', '--survey', LARGE, '--answers', file], input);

const GOOD = JSON.stringify(sheet({ 'answers-scope': 'whole-entity' }));
const BAD = JSON.stringify(sheet({ 'answers-scope': 'moon' }));

describe('input', () => {
  it('is one object, on one line or many', async () => {
    desk.file('pretty.json', JSON.stringify(JSON.parse(GOOD), null, 2));
    expect(objects((await validate('pretty.json')).out)).toHaveLength(1);
    expect(objects((await validate('-', GOOD)).out)).toHaveLength(1);
  });

  it('is several objects, one a line, answered in order', async () => {
    desk.file('several.ndjson', `\uFEFF${GOOD}\r\n\n${BAD}\n${GOOD}`);
    const { code, out } = await validate('several.ndjson');
    expect(code).toBe(1);
    expect(objects(out).map(({ valid }) => valid)).toEqual([true, false, true]);
  });

  it('may hold any JSON; what is no sheet is named as such', async () => {
    for (const value of ['[]', 'null', '1e999', '"x"', 'true', '{}', '{"__proto__": {"a": 1}}']) {
      const { code, out } = await validate('-', value);
      expect(code).toBe(1);
      expect(objects(out)).toMatchObject([{ valid: false }]);
    }
  });

  it('may be nested deeper than calls can be', async () => {
    for (const [begin, end] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const { code, out } = await validate('-', `${begin.repeat(100_000)}1${end.repeat(100_000)}`);
      expect(code).toBe(1);
      expect(objects(out)).toMatchObject([{ valid: false }]);
    }
  });

  const unreadable: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['empty', '', /nothing in it/],
    ['blank', ' \n\n', /nothing in it/],
    ['not JSON', '{"edition": ', /line 1, column 12.*not JSON/],
    [
      'an answer that stands twice',
      '{"edition": "jp-hpm-sme/2026",\n "answers": {"a": {"x": 1}, "b": {"x": 1},\n  "a": {}}}',
      /line 3, column 3.*"a" stands twice/,
    ],
    ['broken in the third line', '{\n "edition": "x",\n "answers": {]\n}', /line 3, column 14/],
    [
      'broken by a word',
      '{\n "answers": {\n  "a": oops\n },\n "edition": "x"\n}',
      /line 3, column 8/,
    ],
    ['broken by a comma too many', '{\n "answers": {},\n}\n', /line 3, column 1:/],
    ['broken by single quotes', "{'edition': 1}", /line 1, column 2:/],
    ['broken by a tab in a text', '{"edition":\n "a\tb"}', /line 2, column 4:/],
    ['more than one value', '{"edition": 1}}', /line 1, column 15:/],
    ['several of which one is broken', `${GOOD}\n{"edition"\n${GOOD}`, /line 2/],
    ['Latin-1', new Uint8Array([0x7b, 0x0a, 0x22, 0xe9, 0x22, 0x7d]), /line 2.*UTF-8/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), /UTF-8/],
  ];

  it.each(unreadable)(
    'that is %s is refused with its place, and nothing is printed',
    async (name, content, said) => {
      const file = desk.file(`${name}.json`, content);
      const { code, out, err } = await validate(file);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(said);
    },
  );

  it('that is missing or a folder is refused', async () => {
    mkdirSync(desk.path('folder'));
    expect(await validate('missing.json')).toMatchObject({ code: 2, out: '' });
    expect(await validate('folder')).toMatchObject({ code: 2, out: '' });
    expect((await validate('')).err).toMatch(/No file is named/);
    expect(await validate('a\0b')).toMatchObject({ code: 2, out: '' });
  });
});
