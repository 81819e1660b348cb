import type { RuleSet } from '@sukoyaka/conformity';
import type { Evaluation, ReadingResult } from '@sukoyaka/evaluation';
import type { Accent, TextStyle } from '@sukoyaka/typesetting';
import type { EarlierCycle, Named, ReportInput, ReportPeriod } from './input.js';
import { answerOf } from '@sukoyaka/survey';
import { localised, type Phrase, same } from './words/phrase.js';
import { Wording } from './words/wording.js';

/** What every section of a report looks at. */
export interface View extends ReportInput {
  readonly wording: Wording;
  readonly print: Print;
  /** The latest earlier cycle; null in the first one. */
  readonly before: Cycle | null;
  /** All that the report shows over time, oldest first, the present one last. */
  readonly cycles: readonly Cycle[];
  readonly readings: readonly Reading[];
}

/** One assessment of the organisation, and the year (CE) by which it is called. */
export interface Cycle extends Pick<EarlierCycle, 'evaluation' | 'restated'> {
  readonly year: string;
  /** ISO date; null where nobody stated the period. */
  readonly end: string | null;
}

/** Sizes of type: two languages side by side need smaller print than one. */
export interface Print {
  readonly note: TextStyle;
  readonly table: TextStyle;
  /** Long tables at the back. */
  readonly back: TextStyle;
}

const PRINT: Readonly<Record<1 | 2, Print>> = {
  1: { note: 'small', table: 'small', back: 'caption' },
  2: { note: 'caption', table: 'caption', back: 'fine' },
};

/** One reading of the criteria with the rule set that it rests on. */
export interface Reading extends Omit<ReadingResult, 'ruleSet'> {
  readonly rules: RuleSet;
}

/** How many cycles the report shows over time. */
const CYCLES = 5;

/**
 * Prepares what the sections share.
 * @throws RangeError when a rule set of the evaluation is not among `ruleSets`.
 */
export function viewOf(input: ReportInput): View {
  const cycles = cyclesOf(input);
  const languages = distinct(input.languages);
  return {
    ...input,
    wording: new Wording(languages),
    print: PRINT[languages.length],
    before: cycles.at(-2) ?? null,
    cycles,
    readings: input.evaluation.readings.map((reading) => withRules(reading, input.ruleSets)),
  };
}

/** The latest cycles by the end of their period, the present one last. */
function cyclesOf(input: ReportInput): readonly Cycle[] {
  const dated = (input.context.previous ?? []).map((cycle) => ({
    cycle,
    end: endOf(cycle.evaluation, input, cycle.period),
  }));
  const earlier = dated
    .toSorted((a, b) => (a.end < b.end ? -1 : Number(a.end > b.end)))
    .slice(-(CYCLES - 1))
    .map(({ cycle, end }) => ({ ...cycle, ...named(end) }));
  const present = endOf(input.evaluation, input, input.context.period);
  return [...earlier, { evaluation: input.evaluation, ...named(present) }];
}

function named(end: string): Pick<Cycle, 'year' | 'end'> {
  return { year: end.slice(0, 4), end: end.length > 4 ? end : null };
}

/** The last day that an evaluation speaks of; the year of its edition where nobody stated it. */
function endOf(evaluation: Evaluation, input: ReportInput, period?: ReportPeriod): string {
  return (period ?? statedPeriod(evaluation, input))?.to ?? String(evaluation.edition.year);
}

function distinct(languages: ReportInput['languages']): ReportInput['languages'] {
  const [first, second] = languages;
  return second === undefined || second === first ? [first] : [first, second];
}

function withRules({ ruleSet, ...result }: ReadingResult, known: readonly RuleSet[]): Reading {
  const rules = known.find(({ id, version }) => id === ruleSet.id && version === ruleSet.version);
  if (!rules) throw new RangeError(`Rule set ${ruleSet.id} ${ruleSet.version} was not given`);
  return { ...result, rules };
}

/** The assessed period: as given, else up to the end that the company stated; null when unknown. */
export function periodOf(input: ReportInput): ReportPeriod | null {
  return input.context.period ?? statedPeriod(input.evaluation, input);
}

function statedPeriod({ answers }: Evaluation, { survey }: ReportInput): ReportPeriod | null {
  const question = survey.edition.periodEndQuestion;
  const end = question === undefined ? undefined : answerOf(answers, question);
  return typeof end === 'string' ? { to: end } : null;
}

/** Whether anything in the report rests on invented companies. */
export function syntheticParts({ evaluation }: ReportInput): {
  readonly organisation: boolean;
  readonly cohort: boolean;
} {
  return {
    organisation: evaluation.organisation?.synthetic === true,
    cohort: evaluation.standing?.cohort.synthetic === true,
  };
}

/** The name of a part of the programme; its id where the programme does not name it. */
export function nameOf(parts: readonly Named[], id: string): Phrase {
  const found = parts.find((part) => part.id === id);
  return found ? localised(found.name) : same(id);
}

const ACCENTS: readonly Accent[] = [
  'philosophy-policy',
  'organisation',
  'measures',
  'evaluation-improvement',
  'compliance-risk',
];

/** The colour of a pillar; neutral for what belongs to none. */
export function accentOf(pillar: string | null | undefined): Accent {
  return ACCENTS.find((accent) => accent === pillar) ?? 'neutral';
}
