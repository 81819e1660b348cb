import type { Localised } from '@sukoyaka/kernel';
import { CHECKUP_INDICATORS } from '../data/indicators-checkups.js';
import { LIFESTYLE_INDICATORS } from '../data/indicators-lifestyle.js';
import { MIND_INDICATORS } from '../data/indicators-mind.js';
import { PROGRAMME_INDICATORS } from '../data/indicators-programmes.js';
import { WORK_INDICATORS } from '../data/indicators-work.js';
import { INSTRUMENT_TABLE } from '../data/instruments.js';
import { CHECKUP_TOPICS } from '../data/topics-checkups.js';
import { LIFESTYLE_TOPICS } from '../data/topics-lifestyle.js';
import { MIND_TOPICS } from '../data/topics-mind.js';
import { WORK_TOPICS } from '../data/topics-work.js';
import type { IndicatorEntry, InstrumentEntry, TopicEntry } from './types.js';

const INDICATOR_TABLE = {
  ...CHECKUP_INDICATORS,
  ...MIND_INDICATORS,
  ...LIFESTYLE_INDICATORS,
  ...WORK_INDICATORS,
  ...PROGRAMME_INDICATORS,
} as const;

const TOPIC_TABLE = {
  ...CHECKUP_TOPICS,
  ...MIND_TOPICS,
  ...LIFESTYLE_TOPICS,
  ...WORK_TOPICS,
} as const;

/** Stable id of an outcome indicator. */
export type IndicatorId = keyof typeof INDICATOR_TABLE;

/** Stable id of a measuring instrument. */
export type InstrumentId = keyof typeof INSTRUMENT_TABLE;

/** Subject that the name of a figure can mention. */
export type TopicId = keyof typeof TOPIC_TABLE;

/** An indicator of the catalogue with its id. */
export interface Indicator extends IndicatorEntry {
  readonly id: IndicatorId;
}

/** An instrument with its id. */
export interface Instrument extends InstrumentEntry<IndicatorId> {
  readonly id: InstrumentId;
}

export type Topic = TopicEntry<IndicatorId, TopicId>;

const withIds = <I extends string, E>(table: Readonly<Record<I, E>>) =>
  (Object.keys(table) as I[]).map((id) => ({ id, ...table[id] }));

/** All indicators, in the order of the catalogue. */
export const INDICATORS: readonly Indicator[] = withIds<IndicatorId, IndicatorEntry>(
  INDICATOR_TABLE,
);

/** All instruments that a published figure may name. */
export const INSTRUMENTS: readonly Instrument[] = withIds<
  InstrumentId,
  InstrumentEntry<IndicatorId>
>(INSTRUMENT_TABLE);

/** Subjects of names, as the lexicon and the resolver use them. */
export const TOPICS: Readonly<Record<TopicId, Topic>> = TOPIC_TABLE;

/** The indicator of an id. */
export function indicatorOf(id: IndicatorId): Indicator {
  return { id, ...INDICATOR_TABLE[id] };
}

/** The instrument of an id. */
export function instrumentOf(id: InstrumentId): Instrument {
  return { id, ...INSTRUMENT_TABLE[id] };
}

/** Whether `value` is the id of an indicator. */
export function isIndicatorId(value: unknown): value is IndicatorId {
  return typeof value === 'string' && Object.hasOwn(INDICATOR_TABLE, value);
}

/** Name of an indicator in the three languages. */
export function indicatorName(id: IndicatorId): Localised {
  return INDICATOR_TABLE[id].name;
}

/** Name of an instrument in the three languages. */
export function instrumentName(id: InstrumentId): Localised {
  return INSTRUMENT_TABLE[id].name;
}
