/** One way of doing a job. Runs in a process of its own. */
export interface Contender {
  /** What the work gives, as JSON: must equal the rival's before anything is timed. */
  outputs(): Promise<unknown>;
  /** Does the job once over its inputs and says how many units that were. */
  work(): Promise<number>;
}

type Order = 'outputs' | 'round';

/** Both sides time the same first inputs: few enough that a round of the slower one ends in time. */
export const TIMED = 20;

/** Serves a contender to the referee: outputs on demand, and rounds of at least `ROUND_MS`. */
export function serve(contender: Contender): void {
  process.on('message', (order: Order) => {
    const answer = order === 'outputs' ? contender.outputs() : round(contender);
    answer.then(
      (result) => process.send?.({ result }),
      (error: unknown) => process.send?.({ error: String((error as Error).stack) }),
    );
  });
  process.once('disconnect', () => process.exit());
  process.send?.({ result: 'ready' });
}

const ROUND_MS = 600;

/** Units of work a second over one round. */
async function round(contender: Contender): Promise<number> {
  const start = performance.now();
  let units = 0;
  while (performance.now() - start < ROUND_MS) units += await contender.work();
  return (units * 1000) / (performance.now() - start);
}
