import jsic from './data/jsic-rev-14.json' with { type: 'json' };
import { ISIC_SECTIONS, type IsicSection } from './isic.js';

interface Section {
  /** Its two-digit major groups. */
  readonly groups: string;
  /** The ISIC section that prevails, where it lies in several and one does. */
  readonly principal?: string;
}

interface MajorGroup {
  readonly name: string;
  /** Its three-digit groups. */
  readonly codes: string;
  /** Letters of the ISIC sections in which it lies. */
  readonly isic: string;
  /** The one of them that prevails, where there are several and one does. */
  readonly principal?: string;
  /** Longer codes that lie elsewhere. */
  readonly except?: Readonly<Record<string, string>>;
}
const SECTIONS: Readonly<Record<string, Section>> = jsic.sections;
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

/**
 * The ISIC section that prevails in a JSIC section or a major group that lies in several, if one
 * does; of longer codes only in those of head offices. Ours too: see `principalProvenance`.
 */
export function principalOfJsic(code: string): IsicSection | undefined {
  const whole = SECTIONS[code] ?? (isWholeGroup(code) ? GROUPS[code.slice(0, 2)] : undefined);
  return ISIC_SECTIONS.find((section) => section === whole?.principal);
}

/** Groups that end in 0 are the head offices of their major group, whatever it does. */
function isWholeGroup(digits: string): boolean {
  return digits.length === 2 || digits[2] === '0';
}

function lettersOf(digits: string): string {
  if (jsicSectionOf(digits) === undefined) return '';
  const group = digits.slice(0, 2);
  if (isWholeGroup(digits)) return lettersOfGroup(group);
  const { except = {}, isic = '' } = GROUPS[group] ?? {};
  return except[digits] ?? except[digits.slice(0, 3)] ?? isic;
}

function lettersOfGroup(group: string): string {
  const { except = {}, isic = '' } = GROUPS[group] ?? {};
  const elsewhere = Object.entries(except).filter(([code]) => code.length === 3);
  return isic + elsewhere.map(([, letters]) => letters).join('');
}
