import type { Block, HeadingBlock } from '@sukoyaka/typesetting';
import type { View } from '../view.js';
import { join, say } from '../words/phrase.js';

/** The sections in their order; their names are the keys of `section.*` in the texts. */
export const SECTIONS = [
  'summary',
  'how-to-read',
  'sides',
  'health-issues',
  'value-propositions',
  'management',
  'criteria',
  'improvements',
  'outcomes',
  'answers',
  'warnings',
  'method',
  'parent',
] as const;

export type SectionName = (typeof SECTIONS)[number];

/** The number of a section, as its heading shows it. */
export function sectionNumber(section: SectionName): string {
  return String(SECTIONS.indexOf(section) + 1);
}

/** The numbered heading of a section. */
export function heading(
  { wording }: View,
  section: SectionName,
  options: Pick<HeadingBlock, 'newPage'> = {},
): HeadingBlock {
  return {
    kind: 'heading',
    level: 1,
    number: sectionNumber(section),
    texts: wording.say(`section.${section}`),
    arrangement: 'inline',
    accent: 'neutral',
    ...options,
  };
}

/** A sentence under a section's heading, on the page of what it introduces. */
export function intro({ wording, print }: View, key: string): Block {
  return { kind: 'paragraph', texts: wording.say(key), style: print.note, keepWithNext: true };
}

/** Several such sentences as one paragraph; nothing for none. */
export function intros({ wording, print }: View, keys: readonly string[]): readonly Block[] {
  if (keys.length === 0) return [];
  const phrase = join(
    keys.map((key) => say(key)),
    'sentences',
  );
  return [
    { kind: 'paragraph', texts: wording.texts(phrase), style: print.note, keepWithNext: true },
  ];
}

/** A sentence that ends a section. */
export function remark({ wording, print }: View, key: string): Block {
  return { kind: 'paragraph', texts: wording.say(key), style: print.note };
}
