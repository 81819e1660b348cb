import type { Edition, Question } from '../definition.js';

/** What an edition has to cover: ids from its programme, and the product's own tags. */
export interface CoverageTargets {
  readonly criteria: readonly string[];
  readonly gates: readonly string[];
  readonly subItems: readonly string[];
  readonly healthIssues: readonly string[];
  readonly valuePropositions: readonly string[];
  readonly mainPractices: readonly string[];
  readonly leastQuestions: number;
  readonly leastFigures: number;
}

export interface CoverageRow {
  readonly dimension: string;
  readonly target: string;
  readonly questions: readonly string[];
}

export interface Coverage {
  readonly rows: readonly CoverageRow[];
  /** Targets that no question covers, and ids that no target knows. */
  readonly holes: readonly string[];
  readonly questions: number;
  readonly figures: number;
}

const THAI_PARTS = ['organisation-support', 'disease-free', 'safe', 'happy'];
/** GRI 403 (2018), topic disclosures that a company's health work touches. */
const GRI = [
  '403-1',
  '403-2',
  '403-3',
  '403-4',
  '403-5',
  '403-6',
  '403-7',
  '403-8',
  '403-9',
  '403-10',
];
/** The product's own reading of ISO 25554's cycle. */
const ISO25554 = ['commitment', 'needs', 'planning', 'implementation', 'measurement', 'review'];
const WEIGHTS = ['1', '2', '3'];
const TYPES = [
  'single',
  'multiple',
  'yes-progress-no',
  'number',
  'percentage',
  'year-table',
  'date',
  'text',
  'evidence',
  'consent',
];

/** The matrix of what the questions cover, and its holes. */
export function coverageOf(edition: Edition, targets: CoverageTargets): Coverage {
  const questions = edition.sections.flatMap((section) => section.questions);
  const dimension = (
    name: string,
    ids: readonly string[],
    of: (question: Question) => readonly string[],
    optional = false,
  ): { rows: CoverageRow[]; holes: string[] } => {
    const rows = ids.map((target) => ({
      dimension: name,
      target,
      questions: questions.filter((q) => of(q).includes(target)).map(({ id }) => id),
    }));
    const holes = rows.filter((row) => !optional && row.questions.length === 0);
    const strays = questions.flatMap((q) =>
      of(q).flatMap((id) => (ids.includes(id) ? [] : `${q.id}: unknown ${name} "${id}"`)),
    );
    return {
      rows,
      holes: [...holes.map((r) => `no question for ${name} "${r.target}"`), ...strays],
    };
  };
  const parts = [
    dimension('criterion', targets.criteria, (q) => q.tags.criteria),
    dimension('gate', targets.gates, (q) => gatesOf(q)),
    dimension('sub-item', targets.subItems, (q) => (q.tags.subItem ? [q.tags.subItem] : [])),
    dimension('health issue', targets.healthIssues, (q) => q.tags.healthIssues),
    dimension('value proposition', targets.valuePropositions, (q) =>
      Object.keys(q.tags.valuePropositions),
    ),
    dimension('main practice', targets.mainPractices, (q) => q.tags.mainPractices ?? []),
    dimension('Thai part', THAI_PARTS, (q) => q.tags.thaiParts ?? []),
    dimension('GRI disclosure', GRI, (q) =>
      (q.tags.gri ?? []).filter((id) => id.startsWith('403-')),
    ),
    dimension('ISO 25554 step', ISO25554, (q) => q.tags.iso25554 ?? []),
    dimension('evidence weight', WEIGHTS, (q) =>
      q.tags.evidenceWeight === null ? [] : [String(q.tags.evidenceWeight)],
    ),
    dimension('question type', TYPES, (q) => [q.type], edition.division === 'sme'),
  ];
  const figures = questions.reduce((sum, question) => sum + figuresIn(question), 0);
  const counts = [
    ...atLeast('questions', questions.length, targets.leastQuestions),
    ...atLeast('figures', figures, targets.leastFigures),
  ];
  return {
    rows: parts.flatMap(({ rows }) => rows),
    holes: [...parts.flatMap(({ holes }) => holes), ...counts],
    questions: questions.length,
    figures,
  };
}

/** A mandatory question serves the gate that asks for all of them. */
function gatesOf(question: Question): readonly string[] {
  const own = question.tags.gates ?? [];
  return question.mandatory ? [...own, 'mandatory-questions-answered'] : own;
}

function atLeast(what: string, have: number, least: number): readonly string[] {
  return have >= least ? [] : [`${have} ${what}, at least ${least} are needed`];
}

/** Quantitative items: numbers, rates and the items of tables. */
function figuresIn(question: Question): number {
  if (question.type === 'year-table') return question.items.length;
  return question.type === 'number' || question.type === 'percentage' ? 1 : 0;
}
