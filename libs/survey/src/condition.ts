/**
 * The closed condition language of surveys and rule sets: JSON, no expressions, no code.
 * Every condition has three values: true, false, or unknown (an answer that it needs is missing).
 */
export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  /** At least `count` of the conditions hold. */
  | { readonly op: 'at-least'; readonly count: number; readonly of: readonly Condition[] }
  /** The question has an answer (N/A counts as one). Never unknown. */
  | { readonly op: 'answered'; readonly question: string }
  /** The question was answered "not applicable", with one of `reasons` where given. */
  | {
      readonly op: 'not-applicable';
      readonly question: string;
      readonly reasons?: readonly string[];
    }
  /** single, yes-progress-no: the answer is one of `values`. */
  | {
      readonly op: 'one-of';
      readonly question: string;
      readonly values: readonly string[];
      readonly sites?: SiteQuantifier;
    }
  /** multiple: at least `count` (default 1) of `values` are ticked. */
  | {
      readonly op: 'includes';
      readonly question: string;
      readonly values: readonly string[];
      readonly count?: number;
      readonly sites?: SiteQuantifier;
    }
  /** consent: it was given (true) or withheld (false). */
  | { readonly op: 'consent-given'; readonly question: string }
  /**
   * number, percentage, year-table (the latest year that has the item): compared with `value`.
   * Percentages compare in per cent. A published bound ("at least 90 %") decides only what it can.
   */
  | {
      readonly op: 'compare';
      readonly question: string;
      readonly item?: string;
      readonly with: Comparison;
      readonly value: number;
      readonly sites?: SiteQuantifier;
    };

export type Comparison = '>=' | '>' | '<=' | '<' | '=';

/** How a condition on a per-site question runs over the sites. Default: `every`. */
export type SiteQuantifier = 'every' | 'some';

/** Kleene's three values; `undefined` is "unknown". */
export type Ternary = true | false | undefined;
