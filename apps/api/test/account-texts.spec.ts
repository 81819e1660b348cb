import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { resources } from '@sukoyaka/locales';

const FOLDER = fileURLToPath(new URL('../pages/src/', import.meta.url));
/** Keys that are put together at run time begin so. */
const MADE_UP = ['sessions.method.', 'received.active', 'received.upcoming'];
/** Texts of the frame, which the service writes; and the beginnings of keys from other texts. */
const OF_FRAME = ['skip', 'languages', 'no-script'];

const source = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n');

function keysOf(node: object, path = ''): readonly string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`),
  );
}

const known = keysOf(resources.en.account);
const literals = new Set([...source.matchAll(/'([a-z-]+(?:\.[a-z-]+)*)'/g)].map(([, key]) => key));

describe('the texts of the account pages', () => {
  test('are there for every key that the pages name', () => {
    const named = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !known.includes(key))).toEqual([]);
  });

  test('are all used', () => {
    const isUsed = (key: string) =>
      literals.has(key) || OF_FRAME.includes(key) || MADE_UP.some((each) => key.startsWith(each));
    expect(known.filter((key) => !isUsed(key))).toEqual([]);
  });
});
