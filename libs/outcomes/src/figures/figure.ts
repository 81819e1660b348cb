import type { TopicId } from '../catalogue/catalogue.js';
import type { Measure } from '../catalogue/types.js';
import type { BaseUnit, Bound, GroupDimension, Kind, Per, Sense } from '../text/tokens.js';

/** What the words around a figure say about it; an absent member was not said. */
export interface Labels {
  readonly group: Readonly<Partial<Record<GroupDimension, string>>>;
  /** Said to be of the whole workforce. */
  readonly whole: boolean;
  readonly period?: string | null;
  readonly kind?: Kind;
  readonly sense?: Sense;
  readonly topics: readonly TopicId[];
  /** The subject was named by its opposite ("非喫煙率"). */
  readonly opposite?: boolean;
}

export const NO_LABELS: Labels = { group: {}, whole: false, topics: [] };

/** A figure as read from a text, before it is known what it measures. */
export interface Figure {
  readonly value: number;
  /** Upper end of a range. */
  readonly high: number | null;
  readonly decimals: number;
  readonly unit: BaseUnit | null;
  readonly per: Per | null;
  /** Greatest possible score, where one is stated. */
  readonly scale: number | null;
  readonly bound: Bound;
  /** A difference, not a level. */
  readonly change: boolean;
  /** Said to have been left behind: "46.0%から", "46.0% →". */
  readonly superseded: boolean;
  /** Not printed as a percentage but meant as one: 全員, "125名中120名". */
  readonly implied: boolean;
  /** False where the notation of the number is not unequivocal. */
  readonly readable: boolean;
  /** What a word right before it says is counted: the answers in "回答率82.1%". */
  readonly counts: Measure | null;
  readonly labels: Labels;
  /** The group was said of the figure before the bracket, not of this one. */
  readonly groupInherited: boolean;
  /** 0 in the running text, more inside brackets. */
  readonly depth: number;
}

/** Everything that was read from a text. */
export interface FigureText {
  readonly figures: readonly Figure[];
  /** A figure that may be the low end of a range or the old value of a change. */
  readonly rangeOrChange: boolean;
}
