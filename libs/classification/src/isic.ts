import type { Localised } from '@sukoyaka/kernel';
import isic from './data/isic-rev-4.json' with { type: 'json' };

/** The sections of ISIC Rev. 4 (2008): the common denominator of all industries here. */
export const ISIC_SECTIONS = [
  ...(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'] as const),
  ...(['L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U'] as const),
] as const;
export type IsicSection = (typeof ISIC_SECTIONS)[number];

interface SectionData {
  readonly names: Localised;
  /** Two-digit divisions, each with its four-digit classes. */
  readonly divisions: Readonly<Record<string, string>>;
}
const SECTIONS: Readonly<Record<IsicSection, SectionData>> = isic.sections;

/** Short names of the sections in three languages. */
export const ISIC_SECTION_NAMES: Readonly<Record<IsicSection, Localised>> = Object.fromEntries(
  ISIC_SECTIONS.map((section) => [section, SECTIONS[section].names]),
) as Record<IsicSection, Localised>;

const SECTION_OF_DIVISION: ReadonlyMap<string, IsicSection> = new Map(
  ISIC_SECTIONS.flatMap((section) =>
    Object.keys(SECTIONS[section].divisions).map((division) => [division, section] as const),
  ),
);

/** Divisions, groups (three digits) and classes. */
const CODES: ReadonlySet<string> = new Set(
  ISIC_SECTIONS.flatMap((section) => Object.entries(SECTIONS[section].divisions)).flatMap(
    ([division, classes]) => [
      division,
      ...classes.split(' ').flatMap((code) => [code.slice(0, 3), code]),
    ],
  ),
);

/** Whether a text is the letter of a section. */
export function isIsicSection(letter: string): letter is IsicSection {
  return (ISIC_SECTIONS as readonly string[]).includes(letter);
}

/** The section of a division, group or class that stands in ISIC Rev. 4. */
export function sectionOfIsicCode(digits: string): IsicSection | undefined {
  return CODES.has(digits) ? SECTION_OF_DIVISION.get(digits.slice(0, 2)) : undefined;
}

/**
 * The section of a TSIC 2009 code of two to five digits. Sections and divisions are ISIC's; below
 * them the Thai list has codes of its own, which are not looked up.
 */
export function sectionOfTsicCode(digits: string): IsicSection | undefined {
  return /^\d{2,5}$/.test(digits) ? SECTION_OF_DIVISION.get(digits.slice(0, 2)) : undefined;
}
