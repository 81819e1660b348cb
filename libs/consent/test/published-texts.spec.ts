import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  CONSENT_KINDS,
  type ConsentText,
  consentText,
  consentTextHash,
  consentTexts,
  currentConsentText,
  isConsentKind,
  TEXT_KINDS,
} from '@sukoyaka/consent';
import { DomainError, LOCALES, type Locale, type Localised } from '@sukoyaka/kernel';

const TEXTS = TEXT_KINDS.flatMap((kind) => consentTexts(kind));
const CASES = TEXTS.map((text) => [`${text.kind}-${text.version}`, text] as const);

/** A changed text needs a new version: what was consented to stays what it was. Never edit a line. */
const PUBLISHED_HASHES: Readonly<Record<string, string>> = {
  'participation-1.0': '29ffa6c92b8c7f26908b091920946e5cd5da91c57c7e2730856311b712cba9e3',
  'publication-1.0': '48caf82780ad2ead6dccc8bbbae34f88ce8851ffbe949f73b0261fcb328cf64d',
  'contact-notice-1.0': '4e178bda369f52486e6df7a8aa86b37acff6e03839a21d550d789b84d0fe5b70',
};

const SCRIPT: Localised<RegExp> = {
  th: /\p{Script=Thai}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  en: /\p{Script=Latin}/u,
};

const OTHER_SCRIPT: Localised<RegExp> = {
  th: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ja: /\p{Script=Thai}/u,
  en: /[\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
};

const sha256 = (canonical: string): string => createHash('sha256').update(canonical).digest('hex');

function localised(text: ConsentText): readonly Localised[] {
  const paragraphs = text.paragraphs.flatMap(({ heading, text: body }) => [heading, body]);
  return [text.title, text.summary, text.review.note, ...paragraphs];
}

function wording(text: ConsentText, locale: Locale): string {
  return localised(text)
    .map((each) => each[locale])
    .join('\n');
}

describe('the published consent texts', () => {
  it('are the files of the folder, each under its kind and version', () => {
    const files = readdirSync(new URL('../texts/', import.meta.url)).sort();
    expect(files).toEqual(CASES.map(([name]) => `${name}.json`).sort());
  });

  it.each(CASES)('%s is whole in three languages, each in its own script', (_name, text) => {
    for (const each of localised(text)) {
      expect(Object.keys(each).sort()).toEqual([...LOCALES].sort());
      for (const locale of LOCALES) {
        expect(each[locale]).toBe(each[locale].trim().normalize('NFC'));
        expect(each[locale]).toMatch(SCRIPT[locale]);
        expect(each[locale]).not.toMatch(OTHER_SCRIPT[locale]);
      }
    }
  });

  it.each(CASES)('%s names its topics once', (_name, text) => {
    const topics = text.paragraphs.map(({ topic }) => topic);
    expect(new Set(topics).size).toBe(topics.length);
  });

  it.each(CASES)(
    '%s ends each Japanese paragraph as a sentence, and no Thai one',
    (_name, text) => {
      for (const { text: body } of text.paragraphs) {
        expect(body.ja).toMatch(/。$/);
        expect(body.en).toMatch(/\.$/);
        expect(body.th).not.toMatch(/[.。]$/);
      }
    },
  );

  it.each(CASES)('%s says whether a lawyer has read it', (_name, text) => {
    expect(typeof text.review.reviewed).toBe('boolean');
  });

  it.each(CASES)('%s is what was published', (name, text) => {
    expect(consentTextHash(text, sha256)).toBe(PUBLISHED_HASHES[name]);
  });

  it.each(TEXT_KINDS)('the versions of %s follow each other', (kind) => {
    const versions = consentTexts(kind);
    for (const [index, { version, effectiveFrom, supersedes }] of versions.entries()) {
      expect(version).toMatch(/^\d+\.\d+$/);
      expect(new Date(effectiveFrom).toISOString().slice(0, 10)).toBe(effectiveFrom);
      expect(['renew', 'carries', null]).toContain(supersedes);
      expect(supersedes === null).toBe(index === 0);
      expect(effectiveFrom >= (versions[index - 1]?.effectiveFrom ?? '')).toBe(true);
    }
  });
});

describe('what organisations consent to', () => {
  const CLAIMS: Localised<RegExp> = {
    th: /รับรอง|ดีเด่น/,
    ja: /認定|優良|適合書|ホワイト|ブライト/,
    en: /certif|award/i,
  };
  const DISCLAIMERS: Localised = {
    th: 'มิใช่การรับรองหรือรางวัลของหน่วยงานใด',
    ja: '健康経営優良法人の認定その他の公的な認定・顕彰ではありません',
    en: 'It is not a certification or award',
  };

  it.each(CASES)('%s claims no more than a self-assessment', (_name, text) => {
    for (const locale of LOCALES) {
      const rest = wording(text, locale).replace(DISCLAIMERS[locale], '');
      expect(rest).not.toMatch(CLAIMS[locale]);
    }
  });

  it.each(CONSENT_KINDS)('%s says in every language what it is not', (kind) => {
    const text = currentConsentText(kind);
    for (const locale of LOCALES) expect(wording(text, locale)).toContain(DISCLAIMERS[locale]);
  });

  it.each(CONSENT_KINDS)('%s answers what PDPA wants answered', (kind) => {
    expect(currentConsentText(kind).paragraphs.map(({ topic }) => topic)).toEqual([
      'agreed',
      'purpose',
      'visibility',
      'retention',
      'voluntary',
      'withdrawal',
      'personal-data',
      'nature',
      'contact',
    ]);
  });

  it('is named by a kind, and a notice is no consent', () => {
    expect(CONSENT_KINDS.every(isConsentKind)).toBe(true);
    expect(isConsentKind('contact-notice')).toBe(false);
    expect(isConsentKind('toString')).toBe(false);
  });
});

describe('finding a text', () => {
  it.each(CASES)('%s is found by kind and version', (_name, text) => {
    expect(consentText(text.kind, text.version)).toBe(text);
  });

  it.each(TEXT_KINDS)('the newest version of %s is in force', (kind) => {
    expect(currentConsentText(kind)).toBe(consentTexts(kind).at(-1));
  });

  it.each(['', '1', '1.00', '99.0', 'toString'])('refuses the unknown version "%s"', (version) => {
    const find = (): ConsentText => consentText('participation', version);
    expect(find).toThrow(
      new DomainError('CONSENT_TEXT_NOT_FOUND', { kind: 'participation', version }),
    );
  });
});

describe('the hash of a text', () => {
  const text = currentConsentText('publication');
  const hash = (changed: Partial<ConsentText>): string =>
    consentTextHash({ ...text, ...changed }, sha256);

  it('is the digest that the caller chose', () => {
    expect(consentTextHash(text, () => 'digest')).toBe('digest');
  });

  it('changes with any language of any part', () => {
    const [first, ...others] = text.paragraphs;
    const changed = LOCALES.flatMap((locale) => [
      hash({ title: { ...text.title, [locale]: '-' } }),
      hash({ summary: { ...text.summary, [locale]: '-' } }),
      hash({
        paragraphs: [{ ...first!, heading: { ...first!.heading, [locale]: '-' } }, ...others],
      }),
      hash({ paragraphs: [{ ...first!, text: { ...first!.text, [locale]: '-' } }, ...others] }),
    ]);
    const all = [
      ...changed,
      hash({}),
      hash({ kind: 'participation' }),
      hash({ version: '1.1' }),
      hash({ effectiveFrom: '2027-01-01' }),
      hash({ supersedes: 'carries' }),
      hash({ paragraphs: others }),
      hash({ paragraphs: [...others, first!] }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('does not change with the legal review or the order of keys', () => {
    const { th, ja, en } = text.title;
    expect(hash({ review: { ...text.review, reviewed: true } })).toBe(hash({}));
    expect(hash({ title: { en, th, ja } })).toBe(hash({ title: { ja, en, th } }));
  });
});
