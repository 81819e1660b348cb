import type { OutcomeFigure, YearFigure } from '@sukoyaka/evaluation';

/** The latest `most` years of which any figure speaks, ascending. */
export function yearsOf(figures: readonly OutcomeFigure[], most: number): readonly string[] {
  const years = figures.flatMap(({ values }) => values.flatMap((value) => value.year ?? []));
  return [...new Set(years)].sort().slice(-most);
}

/** A value in a column; `ownYear`: its year is not the column's and has to be said. */
export interface PlacedValue {
  readonly value: YearFigure | null;
  readonly ownYear: boolean;
}

/**
 * A figure's values under the years of the columns. A figure that has none of these years, or no
 * year at all, shows its latest value in the last column rather than nothing.
 */
export function placeInYears(
  values: readonly YearFigure[],
  years: readonly string[],
): readonly PlacedValue[] {
  const placed: PlacedValue[] = years.map((year) => ({
    value: values.find((value) => value.year === year) ?? null,
    ownYear: false,
  }));
  if (placed.some(({ value }) => value !== null)) return placed;
  const latest = values.at(-1) ?? null;
  return [...placed.slice(0, -1), { value: latest, ownYear: true }];
}
