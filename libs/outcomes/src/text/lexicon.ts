import { INSTRUMENTS, TOPICS, type TopicId } from '../catalogue/catalogue.js';
import { ABSENCE_WORDS, KIND_WORDS } from '../data/vocabulary-context.js';
import { BOUND_WORDS, UNIT_WORDS, type VocabularyEntry } from '../data/vocabulary-figures.js';
import { GROUP_WORDS } from '../data/vocabulary-groups.js';
import { RELATION_WORDS } from '../data/vocabulary-relations.js';
import { FILLER_WORDS, MEASURE_WORDS, SENSE_WORDS } from '../data/vocabulary-names.js';
import { words } from '../data/words.js';
import { foldTerm } from './normalise.js';
import type { Meaning, Position } from './tokens.js';

/** A term of the lexicon: the same spelling may have one meaning by place, or several at once. */
export interface Lexeme {
  readonly term: string;
  readonly position: Position;
  readonly meanings: readonly Meaning[];
}

type Draft = { term: string; position: Position; meanings: Meaning[] };

function topicEntries(): VocabularyEntry[] {
  return (Object.keys(TOPICS) as TopicId[]).flatMap((topic) => [
    { terms: TOPICS[topic].terms ?? '', means: { t: 'topic', topic, opposite: false } as const },
    { terms: TOPICS[topic].opposite ?? '', means: { t: 'topic', topic, opposite: true } as const },
  ]);
}

function instrumentEntries(): VocabularyEntry[] {
  return INSTRUMENTS.map(({ id, terms }) => ({
    terms,
    means: { t: 'instrument', instrument: id },
  }));
}

/** Noise that no list above names. */
const NOISE_WORDS: readonly VocabularyEntry[] = [
  {
    terms:
      'を100%として | を100%とした | を100%とした場合 | を100%とする | を100として | を100とした | を100とした場合',
    means: { t: 'noise' },
  },
  { terms: 'ติดต่อกัน | ต่อเนื่อง | in a row | consecutive | running', means: { t: 'noise' } },
];

function collect(): ReadonlyMap<string, readonly Lexeme[]> {
  const drafts = new Map<string, Draft>();
  const entries = [
    ...topicEntries(),
    ...instrumentEntries(),
    ...MEASURE_WORDS,
    ...SENSE_WORDS,
    ...BOUND_WORDS,
    ...UNIT_WORDS,
    ...KIND_WORDS,
    ...GROUP_WORDS,
    ...RELATION_WORDS,
    ...ABSENCE_WORDS,
    ...FILLER_WORDS,
    ...NOISE_WORDS,
  ];
  for (const { terms, means, position = 'any' } of entries) {
    for (const term of words(terms).map(foldTerm)) {
      const key = `${position} ${term}`;
      const draft = drafts.get(key) ?? { term, position, meanings: [] };
      draft.meanings.push(means);
      drafts.set(key, draft);
    }
  }
  return byFirstCharacter([...drafts.values()]);
}

/** Longest first; of equals the one that is bound to a place first, before a year above all. */
function byFirstCharacter(lexemes: readonly Lexeme[]): ReadonlyMap<string, readonly Lexeme[]> {
  const order = [...lexemes].sort(
    (a, b) =>
      b.term.length - a.term.length ||
      Number(b.position === 'before-year') - Number(a.position === 'before-year') ||
      Number(a.position === 'any') - Number(b.position === 'any') ||
      (a.term < b.term ? -1 : 1),
  );
  const index = new Map<string, Lexeme[]>();
  for (const lexeme of order) {
    const first = lexeme.term.charAt(0);
    index.set(first, [...(index.get(first) ?? []), lexeme]);
  }
  return index;
}

/** All terms by their first character, in the order in which they are to be tried. */
export const LEXICON: ReadonlyMap<string, readonly Lexeme[]> = collect();
