import { serve, TIMED } from '../contender.js';
import { companies, evaluator } from './companies.js';

const { scoring, rules, ...rest } = evaluator();
const reading = rules[0]!;
const inputs = companies({ scoring, rules, ...rest });
const timed = inputs.slice(0, TIMED);

serve({
  outputs: () =>
    Promise.resolve(
      inputs.map((answers) => {
        const { subItems } = scoring.score(answers);
        const points = Object.entries(subItems).map(([id, tally]) => [id, tally.points] as const);
        const { criteria } = reading.states(answers);
        const met = Object.keys(criteria).filter((id) => criteria[id] === true);
        return { points: Object.fromEntries(points), met: met.sort() };
      }),
    ),
  work: () => {
    for (const answers of timed) {
      scoring.score(answers);
      reading.decide(answers);
    }
    return Promise.resolve(timed.length);
  },
});
