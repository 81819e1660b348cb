import { describe, expect, it } from '@jest/globals';
import { FIELD_RULES, isProblemCode, PROBLEMS } from '@sukoyaka/contract';
import { LOCALES } from '@sukoyaka/kernel';
import { translator } from '@sukoyaka/localisation';

const PARAMS = { limit: 1, pointer: '/a', reason: 'length', yours: 1, current: 2, min: 1, max: 2 };

describe('the registry of problems', () => {
  it.each(LOCALES)('has sentences for every code and rule in %s', (locale) => {
    const translate = translator(locale, 'errors');
    const keys = [
      ...Object.keys(PROBLEMS).flatMap((code) => [`${code}.title`, `${code}.detail`]),
      ...FIELD_RULES.map((rule) => `rule.${rule}`),
    ];
    for (const key of keys) expect(translate(key, PARAMS)).not.toMatch(/^\[|\$t\(|^$/);
  });

  it('knows its codes from those of every object', () => {
    expect(isProblemCode('VERSION_CONFLICT')).toBe(true);
    expect(isProblemCode('toString')).toBe(false);
  });
});
