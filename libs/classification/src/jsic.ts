import jsic from './data/jsic-rev-14.json' with { type: 'json' };
import { ISIC_SECTIONS, type IsicSection } from './isic.js';

interface MajorGroup {
  readonly name: string;
  /** Its three-digit groups. */
  readonly codes: string;
  /** Letters of the ISIC sections in which it lies. */
  readonly isic: string;
  /** Longer codes that lie elsewhere. */
  readonly except?: Readonly<Record<string, string>>;
}
const SECTIONS: Readonly<Record<string, { readonly groups: string }>> = jsic.sections;
const GROUPS: Readonly<Record<string, MajorGroup>> = jsic.groups;

/** The 20 sections of JSIC Rev. 14; their letters do not mean what ISIC's mean. */
export const JSIC_SECTIONS: readonly string[] = Object.keys(SECTIONS).sort();
/** The 99 two-digit major groups of JSIC Rev. 14. */
export const JSIC_MAJOR_GROUPS: readonly string[] = Object.keys(GROUPS).sort();

const SECTION_OF_GROUP: ReadonlyMap<string, string> = new Map(
  JSIC_SECTIONS.flatMap((section) => groupsOf(section).map((group) => [group, section] as const)),
);

function groupsOf(section: string): readonly string[] {
  return SECTIONS[section]?.groups.split(' ') ?? [];
}

/** The JSIC section of a two- to four-digit code; the fourth digit is not looked up. */
export function jsicSectionOf(digits: string): string | undefined {
  const group = GROUPS[digits.slice(0, 2)];
  const isKnown = digits.length === 2 || group?.codes.split(' ').includes(digits.slice(0, 3));
  return group !== undefined && isKnown === true && digits.length <= 4
    ? SECTION_OF_GROUP.get(digits.slice(0, 2))
    : undefined;
}

/**
 * The ISIC sections in which a JSIC section or a code of two to four digits lies, in order; none
 * when JSIC Rev. 14 has no such code. The correspondence is ours: see its provenance in the data.
 */
export function isicSectionsOfJsic(code: string): readonly IsicSection[] {
  const letters = code in SECTIONS ? groupsOf(code).map(lettersOfGroup) : [lettersOf(code)];
  return ISIC_SECTIONS.filter((section) => letters.some((each) => each.includes(section)));
}

function lettersOf(digits: string): string {
  if (jsicSectionOf(digits) === undefined) return '';
  const group = digits.slice(0, 2);
  // Groups that end in 0 are the head offices of their major group, whatever it does.
  if (digits.length === 2 || digits[2] === '0') return lettersOfGroup(group);
  const { except = {}, isic = '' } = GROUPS[group] ?? {};
  return except[digits] ?? except[digits.slice(0, 3)] ?? isic;
}

function lettersOfGroup(group: string): string {
  const { except = {}, isic = '' } = GROUPS[group] ?? {};
  const elsewhere = Object.entries(except).filter(([code]) => code.length === 3);
  return isic + elsewhere.map(([, letters]) => letters).join('');
}
