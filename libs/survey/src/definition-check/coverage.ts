import type { Edition, Question } from '../definition.js';
import type { DefinitionFault, FaultCode } from './fault.js';

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
  readonly holes: readonly DefinitionFault[];
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

/** One way of looking at the questions: which of its targets does a question serve? */
interface Dimension {
  readonly name: string;
  readonly targets: readonly string[];
  readonly of: (question: Question) => readonly string[];
  /** Targets without a question are no hole. */
  readonly optional?: boolean;
}

/** The matrix of what the questions cover, and its holes. */
export function coverageOf(edition: Edition, targets: CoverageTargets): Coverage {
  const questions = edition.sections.flatMap((section) => section.questions);
  const figures = questions.reduce((sum, question) => sum + figuresIn(question), 0);
  const dimensions = dimensionsOf(targets, edition.division);
  return {
    rows: dimensions.flatMap((dimension) => rowsOf(dimension, questions)),
    holes: [
      ...dimensions.flatMap((dimension) => holesOf(dimension, questions)),
      ...atLeast('too-few-questions', questions.length, targets.leastQuestions),
      ...atLeast('too-few-figures', figures, targets.leastFigures),
    ],
    questions: questions.length,
    figures,
  };
}

function dimensionsOf(
  targets: CoverageTargets,
  division: Edition['division'],
): readonly Dimension[] {
  const own = ({ tags }: Question) => tags;
  return [
    { name: 'criterion', targets: targets.criteria, of: (q) => own(q).criteria },
    { name: 'gate', targets: targets.gates, of: gatesOf },
    { name: 'sub-item', targets: targets.subItems, of: (q) => listOf(own(q).subItem) },
    { name: 'health issue', targets: targets.healthIssues, of: (q) => own(q).healthIssues },
    {
      name: 'value proposition',
      targets: targets.valuePropositions,
      of: (q) => Object.keys(own(q).valuePropositions),
    },
    {
      name: 'main practice',
      targets: targets.mainPractices,
      of: (q) => own(q).mainPractices ?? [],
    },
    { name: 'Thai part', targets: THAI_PARTS, of: (q) => own(q).thaiParts ?? [] },
    {
      name: 'GRI disclosure',
      targets: GRI,
      of: (q) => (own(q).gri ?? []).filter((id) => id.startsWith('403-')),
    },
    { name: 'ISO 25554 step', targets: ISO25554, of: (q) => own(q).iso25554 ?? [] },
    { name: 'evidence weight', targets: WEIGHTS, of: (q) => listOf(own(q).evidenceWeight) },
    { name: 'question type', targets: TYPES, of: (q) => [q.type], optional: division === 'sme' },
  ];
}

function listOf(value: string | number | null): readonly string[] {
  return value === null ? [] : [String(value)];
}

function rowsOf({ name, targets, of }: Dimension, questions: readonly Question[]): CoverageRow[] {
  return targets.map((target) => ({
    dimension: name,
    target,
    questions: questions.filter((question) => of(question).includes(target)).map(({ id }) => id),
  }));
}

function holesOf(dimension: Dimension, questions: readonly Question[]): readonly DefinitionFault[] {
  const { name, targets, of, optional } = dimension;
  const empty = rowsOf(dimension, questions).filter((row) => row.questions.length === 0);
  const strays = questions.flatMap((question) =>
    of(question)
      .filter((id) => !targets.includes(id))
      .map((target) => hole('unknown-tag', { question: question.id, dimension: name, target })),
  );
  const holes = empty.map(({ target }) => hole('no-question-for', { dimension: name, target }));
  return optional ? strays : [...holes, ...strays];
}

/** A mandatory question serves the gate that asks for all of them. */
function gatesOf(question: Question): readonly string[] {
  const own = question.tags.gates ?? [];
  return question.mandatory ? [...own, 'mandatory-questions-answered'] : own;
}

function atLeast(code: FaultCode, have: number, least: number): readonly DefinitionFault[] {
  return have >= least ? [] : [hole(code, { have, least })];
}

function hole(code: FaultCode, params: DefinitionFault['params']): DefinitionFault {
  return { at: 'coverage', code, params };
}

/** Quantitative items: numbers, rates and the items of tables. */
function figuresIn(question: Question): number {
  if (question.type === 'year-table') return question.items.length;
  return question.type === 'number' || question.type === 'percentage' ? 1 : 0;
}
