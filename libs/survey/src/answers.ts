import type { Locale } from '@sukoyaka/kernel';

/** One company's answers for one edition, as they are written, printed and simulated. */
export interface AnswerSheet {
  readonly edition: string;
  readonly organisation?: Organisation;
  readonly answers: Answers;
}

/** What the sheet may say about the company. Everything but `name` may be missing. */
export interface Organisation {
  readonly name?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly registrationNumber?: string;
  /** ISIC Rev. 4 section, A–U. */
  readonly industry?: string;
  readonly employees?: number;
  readonly sites?: readonly Site[];
  /** True for demonstration data; every page that shows it says so. */
  readonly synthetic?: boolean;
}

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly employees: number;
}

/** Answers by question id. A missing key means "not answered": unknown, never "no". */
export type Answers = Readonly<Record<string, AnswerValue>>;

export type AnswerValue = PlainValue | NotApplicableValue | PerSiteValue;

export type PlainValue =
  /** single: option id · yes-progress-no: `yes`, `in-progress`, `no` · date: ISO date · text */
  | string
  /** multiple: option ids */
  | readonly string[]
  | number
  | PercentageValue
  | YearTableValue
  | readonly EvidenceItem[]
  | ConsentValue;

export interface NotApplicableValue {
  /** Id of one of the question's reasons. */
  readonly notApplicable: string;
}

export interface PerSiteValue {
  readonly sites: Readonly<Record<string, PlainValue>>;
}

/** Counts where they are known, else the rate as published, with its bound ("90 % or more"). */
export type PercentageValue =
  | { readonly numerator: number; readonly denominator: number }
  | { readonly percent: number; readonly bound?: Bound };

export type Bound = 'exact' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'about';

/** `{ "2025": { "item": 12.5 } }`; cells of percentage items are percentage values. */
export type YearTableValue = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

export type Cell = number | PercentageValue;

export interface EvidenceItem {
  readonly title: string;
  readonly kind: 'document' | 'record' | 'web-page' | 'photo' | 'other';
  /** `held`: it exists at the company and was not uploaded. */
  readonly status: 'held' | 'attached';
  readonly date?: string;
  readonly location?: string;
  readonly sha256?: string;
}

export interface ConsentValue {
  readonly given: boolean;
  readonly textVersion: string;
  readonly language: Locale;
  /** ISO date on which it was given or withheld. */
  readonly date: string;
}
