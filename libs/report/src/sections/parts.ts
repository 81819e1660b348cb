import type { Block, HeadingBlock } from '@sukoyaka/typesetting';
import type { View } from '../view.js';

/** The sections in their order; their names are the keys of `section.*` in the texts. */
export const SECTIONS = [
  'summary',
  'how-to-read',
  'sides',
  'health-issues',
  'value-propositions',
  'criteria',
  'improvements',
  'outcomes',
  'answers',
  'warnings',
  'method',
] as const;

export type SectionName = (typeof SECTIONS)[number];

/** The numbered heading of a section. */
export function heading(
  { wording }: View,
  section: SectionName,
  options: Pick<HeadingBlock, 'newPage'> = {},
): HeadingBlock {
  return {
    kind: 'heading',
    level: 1,
    number: String(SECTIONS.indexOf(section) + 1),
    texts: wording.say(`section.${section}`),
    accent: 'neutral',
    ...options,
  };
}

/** A sentence under a section's heading. */
export function intro({ wording }: View, key: string): Block {
  return { kind: 'paragraph', texts: wording.say(key), style: 'small' };
}
