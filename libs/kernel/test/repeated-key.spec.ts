import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { repeatedKey } from '@sukoyaka/kernel';

describe('a key that stands twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['[{"x":[{"b":"b","b":null}]}]', 'b'],
    ['{"\\u0061":1, "a":2}', 'a'],
    ['{"q\\"":1,"q\\"":2}', 'q"'],
    ['{"\\\\":1,"\\\\":{}}', '\\'],
    ['{"": {}, "" : 1}', ''],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('is found in %s', (text, key) => {
    const found = repeatedKey(text);
    expect(found?.key).toBe(key);
    expect(text.slice(found?.offset).startsWith('"')).toBe(true);
  });

  it('is said in part where it is long, whole characters always', () => {
    const key = '🌸'.repeat(1000);
    expect(repeatedKey(`{"${key}":1,"${key}":2}`)?.key).toBe('🌸'.repeat(80));
  });

  it.each(['{"a":{"a":{"a":"a"}}}', '[{"a":1},{"a":1}]', '{"a":"a","b":"a"}', '["a","a"]', '"a"'])(
    'is not seen in %s',
    (text) => {
      expect(repeatedKey(text)).toBeUndefined();
    },
  );

  it('is never seen in what was written from an object', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        expect(repeatedKey(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
  });
});
