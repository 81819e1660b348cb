import type { Localised } from '@sukoyaka/kernel';

export type Direction = 'higher-is-better' | 'lower-is-better';

/**
 * What a figure of an indicator says about people, which decides how few people it may describe
 * (docs of {@link checkReportable}).
 */
export type Protection = 'health-state' | 'participation' | 'working-conditions';

/** Units that are the same kind of quantity: hours a month and hours a year are both `hours`. */
export type UnitFamily =
  'percent' | 'score' | 'index' | 'days' | 'hours' | 'currency' | 'years' | 'steps';

/** One outcome indicator of the catalogue. */
export interface IndicatorEntry {
  readonly name: Localised;
  /** `null` where the published name alone does not say whether more is better. */
  readonly direction: Direction | null;
  /** The kinds of unit in which the indicator is published. */
  readonly units: readonly UnitFamily[];
  /** The unit of a figure printed without one, where that is customary. */
  readonly bareUnit?: 'points' | 'index';
  /** Greatest possible percentage; 100 unless the measure can exceed its base. */
  readonly percentMax?: number;
  readonly protection: Protection;
  /**
   * `required`: the figure depends on the questionnaire or record that measured it, so two figures
   * may be compared only when both name the same one.
   */
  readonly instrument: 'none' | 'required';
}

/** What the word after the subject says is counted: a participation, a share, a change … */
export type Measure =
  | 'none'
  | 'result'
  | 'score'
  | 'share'
  | 'participation'
  | 'use'
  | 'response'
  | 'completion'
  | 'registration'
  | 'achievement'
  | 'eligible'
  | 'satisfaction'
  | 'awareness'
  | 'count'
  | 'days'
  | 'hours'
  | 'amount'
  | 'decline'
  | 'change';

/** A subject that the name of a published figure can mention, and what it then means. */
export interface TopicEntry<I extends string, T extends string = string> {
  /** The most specific subject of a name decides: a seminar about sleep is a seminar. */
  readonly rank: number;
  /** Names in any language, separated by `|`. */
  readonly terms?: string;
  /** Names of the opposite, whose percentage is 100 less the indicator's. */
  readonly opposite?: string;
  /** Subjects that together make this one. */
  readonly requires?: readonly T[];
  /** The indicator by what is counted; `unclear` where the name has several meanings. */
  readonly readings: Readings<I>;
  /** The indicator where the figure's unit decides. */
  readonly byUnit?: Partial<Readonly<Record<UnitFamily, I>>>;
  /** Less than so much of this unit is the opposite: "睡眠時間6時間未満". */
  readonly opposedBelow?: 'hours';
  /** Any word may stand before it: the name of a programme, a course, a survey. */
  readonly openPrefix?: true;
  /** Without a reading, the next subject is tried (a survey reports something else). */
  readonly optional?: true;
}

export type Readings<I extends string> = Partial<Readonly<Record<Measure, I | 'unclear'>>>;

/** A published questionnaire or method that measures an indicator. */
export interface InstrumentEntry<I extends string> {
  readonly name: Localised;
  /** What it measures when a name says nothing else; `null` where it measures several things. */
  readonly measures: I | null;
  /** Spellings, separated by `|`. */
  readonly terms: string;
  /** Set only where the instrument's own definition leaves one direction. */
  readonly direction?: Direction;
  /** Unit of its figures printed without one. */
  readonly bareUnit?: 'ratio';
  /** Its base instrument, of which this is one way of scoring. */
  readonly variantOf?: string;
  readonly source: string;
}
