import {
  TOPICS,
  type IndicatorId,
  type InstrumentId,
  type TopicId,
} from '../catalogue/catalogue.js';
import { attachLabels } from '../figures/attach.js';
import { NO_LABELS, type Figure, type Labels } from '../figures/figure.js';
import { readItems } from '../figures/items.js';
import { isLabel, joinLabels, labelsOf } from '../figures/labels.js';
import type { Node } from '../figures/nodes.js';
import { scaleOf } from '../figures/quantity.js';
import { flatTokens, unitOfBracket } from '../figures/unit-bracket.js';
import { LONGEST_TEXT } from '../text/lexer.js';
import { normaliseText } from '../text/normalise.js';
import type { BaseUnit, Per, Sense, Token } from '../text/tokens.js';
import { leftoverOf, type Leftover } from './leftover.js';
import { namePartsOf, type NameParts } from './parts.js';
import { subjectOf, type Subject } from './subject.js';
import type { Measure } from './types.js';

/** What the name of a published figure says. */
export interface NameReading {
  readonly subject: Subject;
  readonly leftover: Leftover;
  /** Named by the opposite: 非喫煙率. */
  readonly opposite: boolean;
  readonly sense: Sense | null;
  readonly instruments: readonly InstrumentId[];
  readonly labels: Labels;
  /** Groups or times listed side by side, "喫煙率（男性/女性）", for values in the same order. */
  readonly listed: readonly Labels[];
  /** Unit of values printed without one. */
  readonly unit: BaseUnit | null;
  /** What values printed without a unit are to be multiplied by. */
  readonly factor: number;
  readonly per: Per | null;
  readonly scale: number | null;
  /** Figures that the name itself states, such as a goal in brackets. */
  readonly figures: readonly Figure[];
}

const LITERAL_PERCENT: ReadonlySet<string> = new Set([
  '%',
  'percent',
  'percentage',
  'percentages',
  'ร้อยละ',
  'เปอร์เซ็นต์',
  'パセンテジ',
]);

/** "高ストレス者数", "休職者の人数", "จำนวนผู้…": counts of people, unlike 件数 or 回数. */
const COUNTS_PEOPLE = /(?:人|者|名|員)数$|^จำนวน(?:คน|ผู้)/u;

function countsPeople(core: readonly Token[]): boolean {
  return core.some(
    (token, at) =>
      token.t === 'measure' && COUNTS_PEOPLE.test(`${core[at - 1]?.text ?? ''}${token.text}`),
  );
}

const UNIT_OF_MEASURE: Partial<Readonly<Record<Measure, BaseUnit>>> = {
  days: 'days',
  hours: 'hours',
};

const UNIT_OF_INDICATOR: Partial<Readonly<Record<IndicatorId, BaseUnit>>> = {
  'overtime-hours': 'hours',
  'working-hours': 'hours',
  'length-of-service': 'years',
  'daily-steps': 'steps',
};

const SINGLE_KANJI = /^[非未不]$/u;

/** A negation counts when it stands before a subject or a measure; a Japanese one must touch it. */
function negates(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.t !== 'negation') return false;
  const rest = tokens.slice(at + 1);
  const next = rest.find((after) => after.t !== 'filler' && after.t !== 'link');
  const follows = next?.t === 'topic' || next?.t === 'measure';
  if (SINGLE_KANJI.test(token.text)) return follows && rest[0] === next && !next.spaced;
  const before = tokens[at - 1]?.t;
  return (
    follows ||
    before === 'topic' ||
    before === 'measure' ||
    before === 'filler' ||
    before === 'link'
  );
}

const NOT_SO = /^(?:なし|無し|無|ない|no|none|ไม่มี)$/u;

/**
 * Said in the running text; or where only a bracket says what is counted, "喫煙の状況（非喫煙率）"; or
 * by a bracket of its own, "喫煙習慣（なし）".
 */
function saysOpposite({ core, side, brackets }: NameParts, topic: TopicId | null): boolean {
  const counts = (tokens: readonly Token[]): boolean => tokens.some(({ t }) => t === 'measure');
  const denied = brackets.some((bracket) =>
    NOT_SO.test(
      flatTokens(bracket)
        .map(({ text }) => text)
        .join(''),
    ),
  );
  if (isOpposite(core, topic)) return !denied;
  return denied || (!counts(core) && counts(side) && isOpposite(side, topic));
}

function isOpposite(core: readonly Token[], topic: TopicId | null): boolean {
  const opposed = core.some(
    (token) => token.t === 'topic' && token.opposite && (topic === null || token.topic === topic),
  );
  const negated = core.filter((_, at) => negates(core, at)).length % 2 === 1;
  return (opposed || isBelow(core, topic)) !== negated;
}

const BELOW: ReadonlySet<string> = new Set(['less-than', 'at-most']);

/** "睡眠時間6時間未満の割合": those below a bound are those who do not reach it. */
function isBelow(core: readonly Token[], topic: TopicId | null): boolean {
  const unit = topic === null ? undefined : TOPICS[topic].opposedBelow;
  return core.some(
    (token, at) =>
      unit !== undefined &&
      (token.t === 'bound-after' || token.t === 'bound-before') &&
      BELOW.has(token.bound) &&
      core
        .slice(Math.max(0, at - 2), at + 3)
        .some((near) => near.t === 'unit' && near.unit === unit),
  );
}

function senseOf({ core, side }: NameParts): Sense | null {
  const senses = [...core, ...side].flatMap((token) => (token.t === 'sense' ? [token.sense] : []));
  if (senses.includes('loss')) return 'loss';
  return senses[0] ?? null;
}

function unitOfName(parts: NameParts, subject: Subject): BaseUnit | null {
  const percent = [...parts.core, ...parts.side].some(
    (token) => token.t === 'measure' && LITERAL_PERCENT.has(token.text),
  );
  if (percent) return 'percent';
  if (subject.outcome !== 'found') return null;
  if (subject.measure === 'count' && countsPeople(parts.core)) return 'people';
  return UNIT_OF_MEASURE[subject.measure] ?? UNIT_OF_INDICATOR[subject.indicator] ?? null;
}

/** Figures in a bracket of the name that are said to be a goal, an earlier or a foreign one. */
function figuresIn(bracket: readonly Node[]): readonly Figure[] {
  const figures = attachLabels(readItems(bracket, 1));
  return figures.filter(({ labels }) => labels.kind !== undefined && labels.kind !== 'actual');
}

function labelsIn(tokens: readonly Token[]): Labels {
  return tokens
    .filter((token) => isLabel(token) && token.t !== 'topic' && token.t !== 'sense')
    .reduce<Labels>((labels, token) => joinLabels(labels, labelsOf(token)), NO_LABELS);
}

/** Groups of one kind, or times, listed side by side. */
function listedIn(tokens: readonly Token[]): readonly Labels[] {
  const groups = tokens.filter((token) => token.t === 'group' || token.t === 'whole');
  const dimensions = new Set(
    groups.flatMap((token) => (token.t === 'group' ? [token.dimension] : [])),
  );
  if (groups.length > 1 && dimensions.size === 1) return groups.map(labelsOf);
  const periods = tokens.filter((token) => token.t === 'period' && token.period !== null);
  return periods.length > 1 ? periods.map(labelsOf) : [];
}

/** A company may name itself: "TOTOの喫煙率" is of all of it. */
function withoutCompany(parts: NameParts, company: string): NameParts {
  const own = normaliseText(company.slice(0, LONGEST_TEXT));
  const core = parts.core.filter((token) => token.t !== 'word' || !own.includes(token.text));
  return { ...parts, core };
}

/** A part of the workforce that the catalogue does not know is not the whole of it. */
function withUnknownGroup(labels: Labels, leftover: Leftover): Labels {
  if (leftover !== 'group') return labels;
  return { ...labels, group: { people: 'other', ...labels.group } };
}

/**
 * Reads the name of a published figure. Never throws.
 * @param company its company, whose own name in it says nothing.
 */
export function readName(name: string, company = ''): NameReading {
  const parts = withoutCompany(namePartsOf(name), company);
  const subject = subjectOf(parts);
  const topic = subject.outcome === 'found' ? subject.topic : null;
  const stating = parts.brackets.filter((bracket) => figuresIn(bracket).length > 0);
  const stated = new Set(stating.flatMap(flatTokens));
  const telling = [...parts.core, ...parts.side].filter((token) => !stated.has(token));
  const unit = parts.brackets.map(unitOfBracket).find((found) => found !== null) ?? null;
  const per = telling.find((token) => token.t === 'per' && token.per !== 'person');
  const leftover = leftoverOf(parts.core, topic);
  return {
    subject,
    leftover,
    opposite: saysOpposite(parts, topic),
    sense: senseOf(parts),
    instruments: telling.flatMap((token) => (token.t === 'instrument' ? [token.instrument] : [])),
    labels: withUnknownGroup(labelsIn(telling), leftover),
    listed: listedIn(telling),
    unit: unit?.unit ?? unitOfName(parts, subject),
    factor: unit?.unit == null ? 1 : unit.factor,
    per: unit?.per ?? (per?.t === 'per' ? per.per : null),
    scale: parts.brackets.map(scaleOf).find((scale) => scale !== null) ?? null,
    figures: stating.flatMap(figuresIn),
  };
}
