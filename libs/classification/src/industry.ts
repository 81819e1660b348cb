import { plainCode } from '@sukoyaka/identifiers';
import { isIsicSection, sectionOfIsicCode, sectionOfTsicCode, type IsicSection } from './isic.js';
import { isicSectionsOfJsic, JSIC_SECTIONS, jsicSectionOf, principalOfJsic } from './jsic.js';

/** ISIC Rev. 4, Thailand's TSIC 2009, Japan's JSIC Rev. 14. */
export const INDUSTRY_SCHEMES = ['isic', 'tsic', 'jsic'] as const;
export type IndustryScheme = (typeof INDUSTRY_SCHEMES)[number];

export interface IndustryCode {
  readonly scheme: IndustryScheme;
  /** As typed: a section letter, digits, or both (C10); Thai and full-width ones are understood. */
  readonly code: string;
}

/**
 * exact: the code stands in that section by definition. mapped: by a correspondence between two
 * classifications, which holds for what the code mainly covers. principal: the code lies in several
 * sections, the candidates, of which this one clearly prevails; who knows better may name another.
 */
export type Industry =
  | {
      readonly section: IsicSection;
      readonly certainty: 'exact' | 'mapped';
      readonly candidates?: undefined;
    }
  | {
      readonly section: IsicSection;
      readonly certainty: 'principal';
      readonly candidates: readonly IsicSection[];
    }
  | { readonly fault: 'unknown-code'; readonly candidates?: undefined }
  | { readonly fault: 'ambiguous'; readonly candidates: readonly IsicSection[] };

const UNKNOWN: Industry = { fault: 'unknown-code' };

/**
 * The ISIC section of an industry code. ISIC: a letter or 2–4 digits. TSIC: a letter or 2–5 digits.
 * JSIC: a letter or 2–4 digits; where those lie in several ISIC sections, the answer is the one that
 * prevails, with all candidates. Where none does it is ambiguous, and more digits or an ISIC section
 * are needed. Never guesses, never throws.
 */
export function industryOf(asked: IndustryCode): Industry {
  const code = plainIndustryCode(asked);
  if (code === null) return UNKNOWN;
  return asked.scheme === 'jsic' ? ofJsic(code) : ofIsic(asked.scheme, code);
}

/**
 * A code as it stands in its list: the digits, or the letter when it is alone. Null when the list
 * has no such code, or not in the section whose letter is written before it.
 */
export function plainIndustryCode({ scheme, code }: IndustryCode): string | null {
  const [, letter = '', digits = ''] = /^([A-Z]?)(\d*)$/.exec(plainCode(code) ?? '') ?? [];
  if (digits === '') return isSection(scheme, letter) ? letter : null;
  const section = sectionIn(scheme, digits);
  return section !== undefined && (letter === '' || letter === section) ? digits : null;
}

function isSection(scheme: IndustryScheme, letter: string): boolean {
  return scheme === 'jsic' ? JSIC_SECTIONS.includes(letter) : isIsicSection(letter);
}

function sectionIn(scheme: IndustryScheme, digits: string): string | undefined {
  if (scheme === 'jsic') return jsicSectionOf(digits);
  return scheme === 'tsic' ? sectionOfTsicCode(digits) : sectionOfIsicCode(digits);
}

function ofIsic(scheme: IndustryScheme, code: string): Industry {
  const section = isIsicSection(code) ? code : sectionIn(scheme, code);
  return section !== undefined && isIsicSection(section)
    ? { section, certainty: 'exact' }
    : UNKNOWN;
}

function ofJsic(code: string): Industry {
  const candidates = isicSectionsOfJsic(code);
  const [section] = candidates;
  if (section === undefined) return UNKNOWN;
  if (candidates.length === 1) return { section, certainty: 'mapped' };
  const principal = principalOfJsic(code);
  return principal === undefined
    ? { fault: 'ambiguous', candidates }
    : { section: principal, certainty: 'principal', candidates };
}
