import type { Organisation } from '@sukoyaka/survey';

/** By what respondents are grouped; each dimension is shown whole or not at all. */
export type ComparisonDimension = 'all' | 'industry' | 'size';

/** One score for each part of the survey: whole numbers 0–100, null where too few have one. */
export interface PartScores {
  readonly sides: Readonly<Record<string, number | null>>;
  readonly subItems: Readonly<Record<string, number | null>>;
  readonly healthIssues: Readonly<Record<string, number | null>>;
  readonly valuePropositions: Readonly<Record<string, number | null>>;
}

/** Protected statistics of one group of respondents: they may be shown to anybody. */
export interface ComparisonGroup {
  readonly dimension: ComparisonDimension;
  /** ISIC sections, or size classes; empty for all. */
  readonly classes: readonly string[];
  /** Respondents, to the nearest five. */
  readonly n: number;
  readonly means: PartScores;
  /** Of an industry: from which score on the best quarter begins, where it is large enough. */
  readonly bestQuarter?: PartScores;
  /** Of all: from which score on the best tenth begins, where they are enough. */
  readonly bestTenth?: PartScores;
}

/** ISIC Rev. 4 sections in the order in which neighbours are folded: kindred ones side by side (ours). */
export const INDUSTRY_ORDER: readonly string[] = [...'CABDEFGIHJKLMNOPQRSTU'];

/** The closed scheme of size classes for comparisons: least number of employees of each. */
export const SIZE_CLASSES = [
  { id: '1-49', from: 1 },
  { id: '50-299', from: 50 },
  { id: '300-999', from: 300 },
  { id: '1000+', from: 1000 },
] as const;

/** The size class of a number of employees; null when it is not stated. */
export function sizeClassOf(employees: number | undefined): string | null {
  return SIZE_CLASSES.findLast(({ from }) => (employees ?? 0) >= from)?.id ?? null;
}

/** The groups that an organisation is compared with; null where there is none. */
export type Comparison = Readonly<Record<ComparisonDimension, ComparisonGroup | null>>;

/** The groups of frozen comparisons to which an organisation belongs. */
export function comparisonFor(
  organisation: Organisation | undefined,
  groups: readonly ComparisonGroup[],
): Comparison {
  const find = (dimension: ComparisonDimension, own: string | null): ComparisonGroup | null =>
    groups.find(
      (each) => each.dimension === dimension && (own === null || each.classes.includes(own)),
    ) ?? null;
  const size = sizeClassOf(organisation?.employees);
  const industry = organisation?.industry;
  return {
    all: find('all', null),
    industry: industry === undefined ? null : find('industry', industry),
    size: size === null ? null : find('size', size),
  };
}
