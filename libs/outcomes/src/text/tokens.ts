import type { Measure } from '../catalogue/types.js';
import type { InstrumentId, TopicId } from '../catalogue/catalogue.js';

/** How exactly a figure is stated. */
export type Bound =
  'exact' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'about' | 'range';

/** What a figure is: the current one, a goal, an earlier one, or somebody else's. */
export type Kind = 'actual' | 'target' | 'previous' | 'reference';

export type Sense = 'loss' | 'performance';

export type GroupDimension = 'sex' | 'age' | 'role' | 'contract' | 'place' | 'people' | 'detail';

/** The time or person that a quantity is counted by. */
export type Per = 'day' | 'week' | 'month' | 'year' | 'person';

export type BaseUnit =
  | 'percent'
  | 'tenths'
  | 'percentage-points'
  | 'points'
  | 'ratio'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'people'
  | 'currency'
  | 'times'
  | 'steps'
  | 'years'
  | 'months'
  | 'weeks'
  | 'other';

/** Why a cell holds no figure. */
export type Absence =
  'not-disclosed' | 'not-yet-available' | 'not-applicable' | 'not-measured' | 'unknown-figure';

/** What a number that defines something counts: anything, years, or a sum of whatever but people. */
export type Definition = 'any' | 'years' | 'sum';

/** Where, beside what stands before it, a term has its meaning. */
export type Position =
  | 'any'
  | 'after-number'
  | 'after-figure'
  | 'after-slash'
  | 'after-period'
  | 'after-kind'
  | 'after-subject'
  | 'before-number'
  | 'before-year'
  | 'before-mark';

/** The meanings that a term can have. */
export type Meaning =
  | { readonly t: 'topic'; readonly topic: TopicId; readonly opposite: boolean }
  | { readonly t: 'measure'; readonly measure: Measure }
  | { readonly t: 'sense'; readonly sense: Sense }
  | { readonly t: 'instrument'; readonly instrument: InstrumentId }
  | { readonly t: 'group'; readonly dimension: GroupDimension; readonly id: string }
  | { readonly t: 'whole' }
  | { readonly t: 'kind'; readonly kind: Kind }
  | { readonly t: 'bound-before'; readonly bound: Bound }
  | { readonly t: 'bound-after'; readonly bound: Bound | 'decade' }
  | { readonly t: 'unit'; readonly unit: BaseUnit; readonly factor: number }
  | { readonly t: 'unit-before'; readonly unit: BaseUnit }
  | { readonly t: 'multiplier'; readonly factor: number }
  | { readonly t: 'per'; readonly per: Per }
  | { readonly t: 'scale' }
  | { readonly t: 'change'; readonly side: 'before' | 'after' | 'both' }
  | { readonly t: 'versus' }
  | { readonly t: 'level' }
  | { readonly t: 'from' }
  | { readonly t: 'among' }
  | { readonly t: 'between' }
  | { readonly t: 'arrow' }
  | { readonly t: 'range' }
  | { readonly t: 'negation' }
  | { readonly t: 'exclusion' }
  | { readonly t: 'since' }
  | { readonly t: 'heading' }
  | { readonly t: 'comparison' }
  | { readonly t: 'everyone' }
  | { readonly t: 'absence'; readonly reason: Absence }
  | { readonly t: 'definition'; readonly of: Definition }
  | { readonly t: 'in' }
  | { readonly t: 'link' }
  | { readonly t: 'filler' }
  | { readonly t: 'noise' }
  | { readonly t: 'separator' };

/** Tokens that come from characters rather than from the lexicon. */
export type Literal =
  | {
      readonly t: 'number';
      readonly value: number;
      readonly decimals: number;
      readonly sign: '' | '+' | '-' | 'change';
      readonly readable: boolean;
    }
  | { readonly t: 'period'; readonly period: string | null }
  | { readonly t: 'open' }
  | { readonly t: 'close' }
  | { readonly t: 'slash' }
  | { readonly t: 'colon' }
  | { readonly t: 'word' };

/** A token with its place: `spaced` says whether white space stands before it. */
export type Token = (Meaning | Literal) & {
  readonly text: string;
  readonly spaced: boolean;
};
