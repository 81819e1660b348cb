import { answerOf, figureOf, intervalOf, type Answers, type Condition } from '@sukoyaka/survey';
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { serve, TIMED } from '../contender.js';
import { companies, evaluator } from './companies.js';
import { pointRules } from './point-rules.js';

const ours = evaluator();
const reading = ours.rules[0]!;
const inputs = companies(ours);
const { scoring, survey } = ours;

/** Facts are prepared outside of the timing: the rival only has to run its rules over them. */
const facts = inputs.map(factsOf);
const engine = new Engine([], { allowUndefinedFacts: true });
engine.addOperator('hasAny', (chosen: unknown, wanted: readonly string[]) =>
  Array.isArray(chosen) ? wanted.some((option) => chosen.includes(option)) : false,
);
engine.addOperator('hasThree', (chosen: unknown, wanted: readonly string[]) =>
  Array.isArray(chosen) ? wanted.filter((option) => chosen.includes(option)).length >= 3 : false,
);
for (const { id, metWhen } of reading.rules.criteria) {
  engine.addRule({ conditions: top(metWhen), event: { type: 'met', params: { id } } });
}
for (const { condition, question, points } of pointRules(scoring)) {
  engine.addRule({
    conditions: { all: [condition] },
    event: { type: 'points', params: { question, points } },
  });
}

function factsOf(answers: Answers): Record<string, unknown> {
  const effective = survey.effective(answers);
  const known: Record<string, unknown> = {};
  for (const question of survey.questions) {
    const value = answerOf(effective, question.id);
    known[question.id] = value ?? null;
    if (question.type === 'percentage' && value !== undefined) {
      known[question.id] = intervalOf(figureOf(value) ?? 0).low;
    }
    if (question.type !== 'year-table') continue;
    for (const { id } of question.items) {
      const cell = figureOf(value, id);
      known[`${question.id}/${id}`] = cell === undefined ? null : intervalOf(cell).low;
    }
    known[`${question.id}/years`] = value === undefined ? 0 : Object.keys(value).length;
  }
  return known;
}

function top(condition: Condition): TopLevelCondition {
  const nested = convert(condition);
  return 'all' in nested || 'any' in nested ? nested : { all: [nested] };
}

function convert(condition: Condition): NestedCondition {
  switch (condition.op) {
    case 'all':
      return { all: condition.of.map(convert) };
    case 'any':
      return { any: condition.of.map(convert) };
    case 'one-of':
      return { fact: condition.question, operator: 'in', value: condition.values };
    case 'includes':
      return {
        fact: condition.question,
        operator: condition.count === 3 ? 'hasThree' : 'hasAny',
        value: condition.values,
      };
    case 'compare': {
      const fact = `${condition.question}/${condition.item ?? ''}`;
      return { fact, operator: 'greaterThanInclusive', value: condition.value };
    }
    default:
      throw new Error(`the rule sets do not use ${condition.op} here`);
  }
}

const shape = new Map(scoring.questions.map((q) => [q.question.id, q]));

async function run(known: Record<string, unknown>): Promise<unknown> {
  const { events } = await engine.run(known);
  const byQuestion = new Map<string, number>();
  const met: string[] = [];
  for (const { type, params } of events) {
    if (type === 'met') met.push(String(params?.['id']));
    else {
      const question = String(params?.['question']);
      const points = Number(params?.['points']);
      const before = byQuestion.get(question) ?? 0;
      const adds = shape.get(question)?.scoring.by === 'options';
      byQuestion.set(question, adds ? before + points : Math.max(before, points));
    }
  }
  const points = Object.fromEntries(scoring.structure.subItems.map(({ id }) => [id, 0]));
  for (const [question, sum] of byQuestion) {
    const { subItem, max } = shape.get(question)!;
    points[subItem] = (points[subItem] ?? 0) + Math.min(sum, max);
  }
  return { points, met: met.sort() };
}

serve({
  outputs: () => Promise.all(facts.map(run)),
  work: async () => {
    for (const known of facts.slice(0, TIMED)) await run(known);
    return TIMED;
  },
});
