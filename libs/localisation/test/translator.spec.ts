import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import { formatDate, formatNumber, translator } from '@sukoyaka/localisation';

describe('translator', () => {
  it.each(LOCALES)('puts values into a text in %s', (locale) => {
    const text = translator(locale, 'survey')('problem.below-minimum.reason', {
      value: -3,
      minimum: 0,
    });
    expect(text).toContain('-3');
    expect(text).not.toContain('{{');
  });

  it('takes values literally, whatever they contain', () => {
    const t = translator('en', 'survey');
    const option = '{{value}} $t(x) <b>&';
    expect(t('problem.unknown-option.reason', { option })).toContain(option);
  });

  it('refuses a key that no language has', () => {
    expect(() => translator('th', 'survey')('no.such.key')).toThrow('survey:no.such.key');
  });
});

describe('formats', () => {
  it('writes Thai dates in Buddhist years, the others in years of the common era', () => {
    expect(formatDate('2026-03-31', 'th')).toContain('2569');
    expect(formatDate('2026-03-31', 'ja')).toBe('2026年3月31日');
    expect(formatDate('2026-03-31', 'en')).toBe('31 March 2026');
  });

  it('writes numbers with separators', () => {
    for (const locale of LOCALES) expect(formatNumber(12345.67, locale)).toBe('12,345.7');
  });
});
