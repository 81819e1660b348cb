import type { RuleSet } from '@sukoyaka/conformity';
import type { Evaluation, ReadingResult } from '@sukoyaka/evaluation';
import type { Accent, TextStyle } from '@sukoyaka/typesetting';
import type { Named, ReportInput, ReportPeriod } from './input.js';
import { answerOf } from '@sukoyaka/survey';
import { localised, type Phrase, same } from './words/phrase.js';
import { Wording } from './words/wording.js';

/** What every section of a report looks at. */
export interface View extends ReportInput {
  readonly wording: Wording;
  readonly print: Print;
  /** The latest earlier evaluation; null in the first year. */
  readonly before: Evaluation | null;
  /** All evaluations that the report shows over time, oldest first, the present one last. */
  readonly cycles: readonly Evaluation[];
  readonly readings: readonly Reading[];
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
  const earlier = (input.context.previous ?? [])
    .toSorted((a, b) => a.edition.year - b.edition.year)
    .slice(-(CYCLES - 1));
  const languages = distinct(input.languages);
  return {
    ...input,
    wording: new Wording(languages),
    print: PRINT[languages.length],
    before: earlier.at(-1) ?? null,
    cycles: [...earlier, input.evaluation],
    readings: input.evaluation.readings.map((reading) => withRules(reading, input.ruleSets)),
  };
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
export function periodOf({ context, survey, evaluation }: ReportInput): ReportPeriod | null {
  if (context.period) return context.period;
  const question = survey.edition.periodEndQuestion;
  const end = question === undefined ? undefined : answerOf(evaluation.answers, question);
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
