import { createHash } from 'node:crypto';
import { openCatalogue } from '@sukoyaka/catalogue';
import { createEvaluator, type Evaluator } from '@sukoyaka/evaluation';
import type { Locale } from '@sukoyaka/kernel';
import type { ReportInput, ReportLanguages } from '@sukoyaka/report';
import { freezeCohort, freezeComparisons } from '@sukoyaka/scoring';
import { simulate } from '@sukoyaka/simulation';
import type { AnswerSheet, Edition } from '@sukoyaka/survey';
import { type SectionName, SECTIONS } from '../../src/sections/parts.js';
import type { Block, ReportDocument, Text, Texts } from '@sukoyaka/typesetting';

/** An edition with all that its reports need. */
export interface Workshop {
  readonly edition: Edition;
  readonly evaluator: Evaluator;
  readonly programme: ReportInput['programme'];
  readonly ruleSets: ReportInput['ruleSets'];
}

const catalogue = openCatalogue();

export function workshop(id: string): Workshop {
  const edition = catalogue.edition(id);
  const programme = catalogue.programmeOf(edition);
  const ruleSets = edition.ruleSets.map((name) => catalogue.ruleSet(name));
  return { edition, programme, ruleSets, evaluator: createEvaluator(edition, ruleSets, programme) };
}

export const LARGE = workshop('jp-hpm-large/2026');
export const SME = workshop('jp-hpm-sme/2026');

/** Every choice of languages that a report can be made in. */
export const LANGUAGES: readonly ReportLanguages[] = [
  ['ja'],
  ['th'],
  ['en'],
  ['ja', 'th'],
  ['ja', 'en'],
  ['th', 'en'],
  ['th', 'ja'],
];

/** Synthetic companies of an edition, the same in every run. */
export function companies({ edition }: Workshop, count: number): readonly AnswerSheet[] {
  return [...simulate({ edition, companies: count, seed: 'reports' })];
}

export function emptySheet({ edition }: Workshop): AnswerSheet {
  return { edition: edition.id, answers: {} };
}

export type InputOptions = Partial<Pick<ReportInput, 'languages'>> & {
  readonly context?: Partial<ReportInput['context']>;
  /** Held against a cohort of simulated companies. */
  readonly cohort?: boolean;
};

/** The input of one report. */
export function inputFor(
  { edition, evaluator, programme, ruleSets }: Workshop,
  sheet: AnswerSheet,
  { languages = ['ja', 'th'], context = {}, cohort = false }: InputOptions = {},
): ReportInput {
  const options = cohort ? { cohort: cohortOf(edition, evaluator) } : {};
  return {
    evaluation: evaluator.evaluate(sheet, options),
    survey: evaluator.survey,
    programme,
    ruleSets,
    languages,
    context: {
      reportNumber: 'T-0001',
      createdAt: '2026-05-14T09:30:00Z',
      assurance: 'self-assessed',
      ...context,
    },
  };
}

function hashOf(message: string): bigint {
  return createHash('sha256').update(message).digest().readBigUInt64BE();
}

type Cohort = ReturnType<typeof freezeCohort>;

const cohorts = new Map<Edition, Cohort>();

function cohortOf(edition: Edition, evaluator: Evaluator): Cohort {
  const known = cohorts.get(edition);
  if (known) return known;
  const respondents = [...simulate({ edition, companies: 120, seed: 'cohort' })].map(
    ({ organisation, answers }, at) => {
      const scores = evaluator.scoring.score(answers, organisation);
      return { unit: String(at), organisation, scores };
    },
  );
  const identity = { label: 'Simulated wave', source: 'simulation', synthetic: true };
  const scores = respondents.map((each) => each.scores);
  const cohort = {
    ...freezeCohort(scores, edition.scoring.sideWeights, identity),
    comparisons: freezeComparisons(respondents, { hash: hashOf, round: 'reports' }),
  };
  cohorts.set(edition, cohort);
  return cohort;
}

/** Every text of a document, in reading order. */
export function textsOf(document: ReportDocument): readonly Texts[] {
  const found: Texts[] = [];
  collect(document, found);
  return found;
}

function collect(node: unknown, found: Texts[]): void {
  if (isTexts(node)) found.push(node);
  else if (typeof node === 'object' && node !== null) {
    for (const child of Object.values(node)) collect(child, found);
  }
}

function isTexts(node: unknown): node is Texts {
  return Array.isArray(node) && node.length > 0 && node.every(isText);
}

function isText(node: unknown): node is Text {
  return (
    typeof node === 'object' &&
    node !== null &&
    'lang' in node &&
    ('text' in node || 'spans' in node)
  );
}

export function plain(text: Text): string {
  return 'spans' in text ? text.spans.map((span) => span.text).join('') : text.text;
}

/** Everything that a document says in one language, line by line. */
export function saidIn(document: ReportDocument, language: Locale): string {
  return textsOf(document)
    .flatMap((texts) => texts.filter(({ lang }) => lang === language).map(plain))
    .join('\n');
}

/** Everything that a document says. */
export function said(document: ReportDocument): string {
  return textsOf(document)
    .flatMap((texts) => texts.map(plain))
    .join('\n');
}

/** The blocks of one section: from its heading to the next. */
export function sectionOf(document: ReportDocument, section: SectionName): readonly Block[] {
  const number = SECTIONS.indexOf(section) + 1;
  const starts = document.body.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 1 ? [index] : [],
  );
  return document.body.slice(starts[number - 1], starts[number]);
}

export function saidInSection(document: ReportDocument, section: SectionName): string {
  const found: Texts[] = [];
  collect(sectionOf(document, section), found);
  return found.flatMap((texts) => texts.map(plain)).join('\n');
}
