import { instrumentOf, TOPICS, type IndicatorId, type TopicId } from '../catalogue/catalogue.js';
import type { Measure, Topic } from './types.js';
import type { Token } from '../text/tokens.js';
import type { NameParts } from './parts.js';

/** Subjects below this rank only name a thing when nothing else does. */
const WEAK_RANK = 5;

/** Measures from the one that decides most to the one that decides least. */
const STRENGTH: readonly Measure[] = [
  'change',
  'satisfaction',
  'awareness',
  'registration',
  'achievement',
  'response',
  'completion',
  'participation',
  'use',
  'days',
  'hours',
  'amount',
  'decline',
  'eligible',
  'score',
  'share',
  'count',
  'none',
];

/** What a name says of its indicator. */
export type Subject =
  | {
      readonly outcome: 'found';
      readonly indicator: IndicatorId;
      readonly topic: TopicId | null;
      readonly measure: Measure;
      /** Named as something to bring about, "喫煙率の低減": its figures may be levels or differences. */
      readonly aim?: true;
    }
  | { readonly outcome: 'unknown' | 'unclear' | 'several' }
  | {
      readonly outcome: 'change';
      readonly indicator: IndicatorId | null;
    };

const rankOf = (topic: TopicId): number => TOPICS[topic].rank;

function topicsIn(tokens: readonly Token[]): readonly TopicId[] {
  const named = tokens.flatMap((token) => (token.t === 'topic' ? [token.topic] : []));
  const joint = (Object.keys(TOPICS) as TopicId[]).filter((topic) => {
    const { requires } = TOPICS[topic];
    return requires !== undefined && requires.every((one) => named.includes(one));
  });
  return [...new Set([...named, ...joint])].sort((a, b) => rankOf(b) - rankOf(a));
}

const isStrong = (topic: TopicId): boolean => rankOf(topic) > WEAK_RANK;

/**
 * Subjects that the name mentions, the most specific first. Brackets count when nothing else names a
 * subject, or when only they say what is counted: "ストレスチェック（高ストレス者割合）",
 * "ストレスチェック結果（総合健康リスク）".
 */
export function candidateTopics({ core, side }: NameParts): readonly TopicId[] {
  const running = topicsIn(core);
  const counted = countedIn(core).length > 0 || measuresIn([...core, ...side]).length === 0;
  if (running.some(isStrong)) {
    // "休職率（メンタルヘルス）": a weak subject in a bracket can complete a joint one.
    const weak = side.filter((token) => token.t === 'topic' && !isStrong(token.topic));
    return topicsIn([...core, ...(counted ? weak : side)]);
  }
  const added = topicsIn(side).filter(isStrong);
  return added.length > 0 ? added : running;
}

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/u;

/** Whether the running text is Japanese, where what is counted stands last. */
export function isJapanese(tokens: readonly Token[]): boolean {
  return tokens.some((token) => JAPANESE.test(token.text));
}

function measuresIn(tokens: readonly Token[]): readonly Measure[] {
  return tokens.flatMap((token) => (token.t === 'measure' ? [token.measure] : []));
}

/** "結果" counts nothing: "ストレスチェック結果（高ストレス者率）". */
function countedIn(tokens: readonly Token[]): readonly Measure[] {
  return measuresIn(tokens).filter((measure) => measure !== 'result');
}

/** What the name says is counted. */
export function measureOf({ core, side }: NameParts): Measure {
  const running = countedIn(core);
  const found = running.length > 0 ? running : countedIn(side);
  const last = found.at(-1);
  if (last === undefined) return measuresIn([...core, ...side]).length > 0 ? 'result' : 'none';
  if (isJapanese(core)) return last;
  return STRENGTH.find((measure) => found.includes(measure)) ?? 'none';
}

/** The result of a check-up is not how many came to it; elsewhere "result" adds nothing. */
function readingOf(topic: Topic, measure: Measure): IndicatorId | 'unclear' | undefined {
  if (measure !== 'result') return topic.readings[measure];
  return topic.readings.participation === undefined ? topic.readings.none : 'unclear';
}

/** The indicator of an instrument that is named where no subject is. */
function byInstrument({ core, side }: NameParts): IndicatorId | null {
  for (const token of [...core, ...side]) {
    if (token.t !== 'instrument') continue;
    const { measures } = instrumentOf(token.instrument);
    if (measures !== null) return measures;
  }
  return null;
}

/** Subjects of the same rank that mean different indicators. */
function rivals(topics: readonly TopicId[], measure: Measure): boolean {
  const [first, ...others] = topics;
  if (first === undefined) return false;
  const reading = readingOf(TOPICS[first], measure);
  return others.some(
    (topic) => rankOf(topic) === rankOf(first) && readingOf(TOPICS[topic], measure) !== reading,
  );
}

function changeOf(topic: Topic): Subject {
  const level = topic.readings.none ?? topic.readings.share;
  return {
    outcome: 'change',
    indicator: level === undefined || level === 'unclear' ? null : level,
  };
}

function resolve(topics: readonly TopicId[], measure: Measure): Subject {
  const [first, ...others] = topics;
  if (first === undefined) return { outcome: 'unknown' };
  if (rivals(topics, measure)) return { outcome: 'several' };
  const topic: Topic = TOPICS[first];
  const reading = readingOf(topic, measure);
  if (reading === 'unclear') return { outcome: 'unclear' };
  if (reading !== undefined) {
    return { outcome: 'found', indicator: reading, topic: first, measure };
  }
  if (topic.optional === true) return resolve(others, measure);
  return measure === 'change' || measure === 'decline' ? changeOf(topic) : { outcome: 'unknown' };
}

/** The parts of the running text between separators. */
function listed(core: readonly Token[]): readonly (readonly Token[])[] {
  const pieces: Token[][] = [[]];
  for (const token of core) {
    if (token.t === 'separator' || token.t === 'slash') pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

/** Whether the name lists several indicators, each with what it counts: "喫煙率・飲酒率". */
function listsSeveral(core: readonly Token[]): boolean {
  const named = listed(core).flatMap((piece) => {
    const topics = topicsIn(piece);
    if (!topics.some(isStrong) || measuresIn(piece).length === 0) return [];
    const subject = resolve(topics, measureOf({ core: piece, side: [], brackets: [] }));
    return subject.outcome === 'found' ? [subject.indicator] : [];
  });
  return new Set(named).size > 1;
}

/** Words for an aim as well as for a difference; with 率 or 幅 they only say how large that is. */
const AIM = /^(?:改善|低減|減少|削減|増加|向上|上昇|低下|抑制)$/u;

/** "有給休暇取得率の向上" heads a row of levels as often as of differences. */
function asAim(parts: NameParts, topics: readonly TopicId[]): Subject | null {
  const core = parts.core.filter(({ t, text }) => t !== 'measure' || !AIM.test(text));
  if (core.length === parts.core.length) return null;
  const subject = resolve(topics, measureOf({ ...parts, core }));
  return subject.outcome === 'found' ? { ...subject, aim: true } : null;
}

/** The indicator that a name means, from its subject and what it counts. */
export function subjectOf(parts: NameParts): Subject {
  if (listsSeveral(parts.core)) return { outcome: 'several' };
  const topics = candidateTopics(parts);
  const measure = measureOf(parts);
  if (!topics.some(isStrong)) {
    const indicator = byInstrument(parts);
    if (indicator !== null) return { outcome: 'found', indicator, topic: null, measure };
  }
  const subject = resolve(topics, measure);
  return subject.outcome === 'change' ? (asAim(parts, topics) ?? subject) : subject;
}
