import { join, type Phrase, say } from '../words/phrase.js';

/** How sure a fact is, as the data mark it, surest first. */
const MARKS = ['seed', 'published', 'transcribed', 'measured', 'believed', 'ours'] as const;

export type ProvenanceMark = (typeof MARKS)[number];

/** The marks that a provenance note names, in the order in which it names them. */
export function marksIn(provenance: string): readonly ProvenanceMark[] {
  const words: readonly string[] = provenance.toLowerCase().match(/[a-z]+/g) ?? [];
  return MARKS.filter((mark) => words.includes(mark)).toSorted(
    (a, b) => words.indexOf(a) - words.indexOf(b),
  );
}

/** The marks of several notes in words, each once. */
export function provenanceText(notes: readonly string[]): Phrase {
  const marks = [...new Set(notes.flatMap(marksIn))];
  if (marks.length === 0) return say('provenance.none');
  return join(
    marks.map((mark) => say(`provenance.${mark}`)),
    'items',
  );
}
