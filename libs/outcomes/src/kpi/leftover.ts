import { TOPICS, type TopicId } from '../catalogue/catalogue.js';
import type { Token } from '../text/tokens.js';
import { isJapanese } from './subject.js';

/**
 * What the unknown words of a name do to it:
 * - `none`: nothing is unknown;
 * - `group`: they name a part of the workforce that the catalogue does not know ("三重支店の…");
 * - `unread`: they are glued to the subject and may narrow or change it;
 * - `other`: they stand where they make it another thing ("喫煙対策予算").
 */
export type Leftover = 'none' | 'group' | 'unread' | 'other';

const ORDER: readonly Leftover[] = ['none', 'group', 'unread', 'other'];

const worst = (found: readonly Leftover[]): Leftover =>
  ORDER.findLast((leftover) => found.includes(leftover)) ?? 'none';

/** What a modifier can consist of before the の that joins it: "海外赴任者の". */
const MODIFYING: ReadonlySet<Token['t']> = new Set(['word', 'group', 'filler']);

/** A modifier before the subject: a heading, a group joined by の, or a compound. */
function beforeSubject(core: readonly Token[], at: number): Leftover {
  const next = core[at + 1];
  if (next === undefined || next.spaced || next.t === 'separator') return 'none';
  const link = core.slice(at + 1).findIndex(({ t }) => !MODIFYING.has(t));
  return core[at + 1 + link]?.t === 'link' ? 'group' : 'unread';
}

const REMARK: ReadonlySet<Token['t']> = new Set(['word', 'filler', 'group', 'link', 'exclusion']);

/** A word behind the subject: in a part set apart it is a remark; glued, it is a new compound. */
function afterSubject(core: readonly Token[], at: number): Leftover {
  const start = core.slice(0, at + 1).findLastIndex((token) => token.spaced);
  const remark = start > 0 && core.slice(start).every((token) => REMARK.has(token.t));
  return remark ? 'none' : 'other';
}

/** Where the subject ends that a name is about; of a joint one, its last part. */
function placeOf(core: readonly Token[], topic: TopicId | null): number {
  const parts: readonly string[] = topic === null ? [] : (TOPICS[topic].requires ?? []);
  const named = core.findLastIndex((token) => token.t === 'topic' && parts.includes(token.topic));
  const own = core.findIndex((token) => token.t === 'topic' && token.topic === topic);
  if (own >= 0 || named >= 0) return own >= 0 ? own : named;
  return core.findIndex((token) => token.t === 'topic');
}

function inJapanese(core: readonly Token[], topic: TopicId | null): Leftover {
  const subject = placeOf(core, topic);
  const open = topic !== null && TOPICS[topic].openPrefix === true;
  const found = core.flatMap((token, at): Leftover[] => {
    if (token.t !== 'word') return [];
    if (at < subject) return open ? [] : [beforeSubject(core, at)];
    return [afterSubject(core, at)];
  });
  return worst(found);
}

/** In Thai and English a part of the workforce follows "of", "among", "ของ", "ใน". */
function elsewhere(core: readonly Token[], topic: TopicId | null): Leftover {
  if (topic !== null && TOPICS[topic].openPrefix === true) return 'none';
  const found = core.flatMap((token, at): Leftover[] => {
    if (token.t !== 'word') return [];
    const linked = core.slice(0, at).findLast((before) => before.t !== 'word')?.t === 'link';
    return [linked ? 'group' : 'unread'];
  });
  return worst(found);
}

/** Hiragana alone is grammar: endings and particles that no list can hold. */
const isGrammar = (token: Token): boolean =>
  token.t === 'word' && /^[\u3041-\u309f]+$/u.test(token.text);

/** What is left of a name's running text once its known words are taken. */
export function leftoverOf(core: readonly Token[], topic: TopicId | null): Leftover {
  const telling = core.filter((token) => !isGrammar(token));
  return isJapanese(core) ? inJapanese(telling, topic) : elsewhere(telling, topic);
}
