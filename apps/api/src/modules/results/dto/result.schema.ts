/** The shapes of results and traces, for the description of the API (OpenAPI 3.0). */

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const points = { type: 'number', minimum: 0 } as const;
const score = { type: 'number', minimum: 0, maximum: 100, nullable: true } as const;
const share = { type: 'number', minimum: 0, maximum: 1 } as const;
const state = { type: 'string', enum: ['met', 'not-met', 'unknown'] } as const;

type Properties = Readonly<Record<string, object>>;

/** An object of which every member is there, but those named. */
function object(properties: Properties, optional: readonly string[] = [], description?: string) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, ...(description ? { description } : {}) } as const;
}

const list = (items: object, description?: string) =>
  ({ type: 'array', items, ...(description ? { description } : {}) }) as const;
const byId = (values: object, description?: string) =>
  ({
    type: 'object',
    additionalProperties: values,
    ...(description ? { description } : {}),
  }) as const;
const orNull = <T extends object>(schema: T) => ({ ...schema, nullable: true });

const scoreOfPart = object(
  { score, best: score, points, max: points, excluded: points, open: points },
  [],
  '`score` counts what is unknown as nothing, `best` as best; `excluded` left the maximum as not applicable',
);

const band = object({ from: count, to: count });
const deviation = { type: 'number', nullable: true } as const;
const deviations = orNull(byId(deviation));

const standing = orNull(
  object(
    {
      cohort: object({ label: text, n: count, synthetic: flag }),
      overall: deviation,
      sides: deviations,
      subItems: deviations,
      healthIssues: deviations,
      rankBand: orNull(band),
      nextBand: orNull(object({ from: count, to: count, distance: points })),
      quarter: { type: 'integer', enum: [1, 2, 3, 4], nullable: true },
    },
    ['nextBand'],
    'T values, rank band or quarter in the cohort; null without one',
  ),
);

const partScores = object({
  overall: score,
  sides: byId(score),
  subItems: byId(score),
  healthIssues: byId(score),
  valuePropositions: byId(score),
});
const group = orNull(
  object(
    {
      dimension: { type: 'string', enum: ['all', 'industry', 'size'] },
      classes: list(text),
      n: count,
      means: partScores,
      bestQuarter: partScores,
      bestTenth: partScores,
    },
    ['bestQuarter', 'bestTenth'],
  ),
);

const reading = object({
  ruleSet: object({ id: text, version: text, reading: text, title: byId(text) }),
  verdict: object({
    conforms: { ...flag, nullable: true },
    level: { type: 'string', enum: ['none', 'reference-criteria-met', 'white500-extras-met'] },
    missing: list({ type: 'object', additionalProperties: true }),
    undecided: list({ type: 'object', additionalProperties: true }),
  }),
  criteria: list(
    object({
      criterion: text,
      state,
      because: list(object({ question: text, answer: {} }, ['answer'])),
      toMeet: list({ type: 'object', additionalProperties: true }),
    }),
    'Each criterion with the answers that decided it',
  ),
  gates: list(object({ gate: text, state })),
  path: { type: 'object', additionalProperties: true, description: 'The shortest way to conform' },
});

const figure = object({
  question: text,
  item: { ...text, nullable: true },
  indicator: { ...text, nullable: true },
  instrument: { ...text, nullable: true },
  direction: { ...text, nullable: true },
  unit: text,
  values: list(
    object({
      year: { ...text, nullable: true },
      value: { type: 'number', nullable: true },
      bound: text,
      measured: { type: 'number', nullable: true },
      eligible: { type: 'number', nullable: true },
      withheld: flag,
    }),
  ),
});

export const RESULT_SCHEMA = object(
  {
    schema: { type: 'string', enum: ['sukoyaka-evaluation/1'] },
    edition: object({
      id: text,
      version: text,
      year: count,
      division: { type: 'string', enum: ['large', 'sme'] },
      title: byId(text),
    }),
    organisation: orNull({
      type: 'object',
      additionalProperties: true,
      description: 'As it was when the answers were submitted',
    } as const),
    completeness: object({ asked: count, answered: count, missing: list(text), complete: flag }),
    warnings: list({ type: 'object', additionalProperties: true }, 'Valid, but to look at again'),
    scores: object({
      edition: text,
      editionVersion: text,
      overall: object({
        score,
        best: score,
        openShare: share,
        stage: { type: 'integer', enum: [1, 2, 3, 4], nullable: true },
      }),
      sides: byId(scoreOfPart),
      subItems: byId(scoreOfPart),
      healthIssues: byId(scoreOfPart),
      valuePropositions: byId(scoreOfPart),
    }),
    standing,
    comparison: object(
      { all: group, industry: group, size: group },
      [],
      'Protected statistics of others; left out without any',
    ),
    readings: list(reading, 'Each rule set, side by side'),
    improvements: list(
      object({
        question: text,
        points,
        overallGain: points,
        evidenceWeight: { type: 'integer', enum: [1, 2, 3] },
        known: flag,
        nextOptions: list(text),
      }),
      'By points still available and weight of evidence',
    ),
    outcomes: list(figure, 'Outcome figures with instrument and number of people'),
  },
  ['comparison'],
);

export const TRACE_SCHEMA = list(
  object({
    question: text,
    text: { ...text, description: "In the reader's language" },
    state: { type: 'string', enum: ['answered', 'unknown', 'hidden', 'not-applicable'] },
    parts: list(
      object({ kind: text, points: { type: 'number' } }),
      'Where the points come from; they add up to `points`',
    ),
    points,
    open: points,
    excluded: points,
    max: points,
    countsFor: object({
      side: text,
      subItem: text,
      healthIssues: list(text),
      valuePropositions: byId({ type: 'number' }),
    }),
  }),
  'From each answer to each point',
);
