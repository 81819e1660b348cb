import type { Edition, Question } from '@sukoyaka/survey';

const words = (text: string) => ({ ja: `${text}です`, th: `${text} ครับ`, en: text });

type Own<Q> = Q extends Question
  ? Omit<Q, 'label' | 'text' | 'why' | 'evidence' | 'example' | 'guidance' | 'law' | 'tags'>
  : never;

/** A question with the texts that a test does not care about. */
export function question(own: Own<Question>): Question {
  const text = words(own.id);
  return {
    ...own,
    label: text,
    text,
    why: text,
    evidence: text,
    example: text,
    guidance: { thailand: text, asean: text, japan: text },
    law: { thailand: 'beyond-the-law', japan: 'beyond-the-law' },
    tags: {
      criteria: [],
      subItem: own.scoring ? '1-1' : null,
      healthIssues: [],
      valuePropositions: {},
      evidenceWeight: 1,
    },
  };
}

export function option(id: string, points?: number, exclusive?: boolean) {
  return {
    id,
    text: words(id),
    ...(points === undefined ? {} : { points }),
    ...(exclusive ? { exclusive } : {}),
  };
}

/** One question of each type, and one behind a condition. */
export function smallEdition(questions: readonly Question[] = everyType()): Edition {
  return {
    id: 'test/2026',
    version: '1.0.0',
    programme: 'test',
    division: 'large',
    year: 2026,
    status: 'draft',
    title: words('Test'),
    description: words('Test'),
    years: { from: 2022, to: 2026 },
    periodEndQuestion: 'day',
    ruleSets: [],
    scoring: {
      sideWeights: { a: 1 },
      sideWeightsProvenance: 'ours',
      stages: [
        { stage: 1, from: 0 },
        { stage: 2, from: 25 },
        { stage: 3, from: 50 },
        { stage: 4, from: 75 },
      ],
      stagesProvenance: 'ours',
    },
    sections: [{ id: 'all', pillar: null, title: words('All'), intro: words('All'), questions }],
  };
}

function everyType(): readonly Question[] {
  return [
    question({
      id: 'level',
      type: 'single',
      mandatory: true,
      options: [option('low'), option('high')],
    }),
    question({
      id: 'measures',
      type: 'multiple',
      when: { op: 'one-of', question: 'level', values: ['high'] },
      maxSelected: 2,
      options: [option('one'), option('two'), option('three'), option('none', 0, true)],
      notApplicable: { reasons: [{ id: 'nobody', text: words('Nobody') }], score: 'exclude' },
    }),
    question({ id: 'progress', type: 'yes-progress-no', perSite: true }),
    question({ id: 'people', type: 'number', unit: 'people', min: 1, max: 500, integer: true }),
    question({
      id: 'rate',
      type: 'percentage',
      numerator: words('part'),
      denominator: words('all'),
    }),
    question({
      id: 'table',
      type: 'year-table',
      years: 3,
      items: [
        { id: 'all', label: words('all'), kind: 'number', unit: 'people', min: 0, max: 1000 },
        { id: 'women', label: words('women'), kind: 'number', unit: 'people', min: 0, max: 1000 },
        { id: 'share', label: words('share'), kind: 'percentage', askAboutChange: 30 },
        {
          id: 'loose',
          label: words('loose'),
          kind: 'percentage',
          mayExceed100: true,
          leastPeople: 3,
        },
      ],
      checks: [{ item: 'women', atMost: 'all' }],
    }),
    question({ id: 'day', type: 'date', min: '2024-01-01', max: '2026-12-31' }),
    question({ id: 'story', type: 'text', maxLength: 10 }),
    question({ id: 'papers', type: 'evidence', maxItems: 2 }),
    question({ id: 'agreement', type: 'consent', textVersion: '1', mandatory: true }),
  ];
}
