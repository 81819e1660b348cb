/**
 * The colours of the product on paper: calm inks on a warm white. Every ink has a contrast of at
 * least 4.5:1 on `paper`, on `panel` and on every tint (WCAG 2.2 AA, verified by test).
 */
export const COLOURS = {
  ink: '#26302e',
  muted: '#55605d',
  faint: '#8a938f',
  line: '#d3d6cf',
  panel: '#f6f4ee',
  paper: '#ffffff',
  good: '#2c6548',
  goodTint: '#e8f1ea',
  caution: '#8a4413',
  cautionTint: '#faeee2',
  unknown: '#575b66',
  unknownTint: '#eeeff2',
} as const;

export type ColourName = 'ink' | 'muted' | 'paper' | 'good' | 'caution' | 'unknown' | Accent;

/** One accent per pillar (ids of the criteria), `neutral` for what belongs to none. */
export const ACCENTS = {
  neutral: { ink: '#31566b', tint: '#e6edf1' },
  'philosophy-policy': { ink: '#3f5690', tint: '#e9ecf5' },
  organisation: { ink: '#6d4a86', tint: '#f0eaf4' },
  measures: { ink: '#2a6760', tint: '#e3f0ee' },
  'evaluation-improvement': { ink: '#8b4a24', tint: '#f8ede4' },
  'compliance-risk': { ink: '#7a3a4c', tint: '#f6e9ec' },
} as const;

export type Accent = keyof typeof ACCENTS;

const INKS: ReadonlySet<string> = new Set(['ink', 'muted', 'paper', 'good', 'caution', 'unknown']);

/** The hex value (`#rrggbb`) of a colour that text may have. */
export function inkOf(name: ColourName): string {
  if (isPlainInk(name)) return COLOURS[name];
  return ACCENTS[name].ink;
}

function isPlainInk(name: ColourName): name is Exclude<ColourName, Accent> {
  return INKS.has(name);
}
