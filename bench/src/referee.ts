import { type ChildProcess, fork } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';

/** Two contenders for one job, by the names of their modules in `contests/`. */
export interface Contest {
  readonly name: string;
  readonly unit: string;
  readonly ours: string;
  readonly rival: string;
  readonly rivalName: string;
  /** The least ratio that the project promises. */
  readonly goal: number;
}

export interface Verdict {
  readonly contest: Contest;
  /** Units a second, median over the rounds. */
  readonly ours: number;
  readonly rival: number;
  readonly ratio: { readonly median: number; readonly min: number; readonly max: number };
}

const ROUNDS = 7;

/**
 * Lets both do the same work, checks that they say the same, then times them in turns, each in its
 * own process. The ratio is the median of the rounds' ratios.
 */
export async function judge(contest: Contest): Promise<Verdict> {
  const ours = await start(contest.ours);
  const rival = await start(contest.rival);
  try {
    const [mine, theirs] = [await ask(ours, 'outputs'), await ask(rival, 'outputs')];
    if (!isDeepStrictEqual(mine, theirs)) throw new Error(`${contest.name}: outputs differ`);
    await ask(ours, 'round');
    await ask(rival, 'round');
    const rounds: { readonly ours: number; readonly rival: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({
        ours: (await ask(ours, 'round')) as number,
        rival: (await ask(rival, 'round')) as number,
      });
    }
    const ratios = rounds.map((r) => r.ours / r.rival).toSorted((a, b) => a - b);
    return {
      contest,
      ours: median(rounds.map((r) => r.ours)),
      rival: median(rounds.map((r) => r.rival)),
      ratio: { median: median(ratios), min: ratios[0] ?? NaN, max: ratios.at(-1) ?? NaN },
    };
  } finally {
    for (const child of [ours, rival]) if (child.connected) child.disconnect();
  }
}

async function start(module: string): Promise<ChildProcess> {
  const path = fileURLToPath(new URL(`contests/${module}.js`, import.meta.url));
  const child = fork(path, { serialization: 'json' });
  await answer(child);
  return child;
}

async function ask(child: ChildProcess, order: 'outputs' | 'round'): Promise<unknown> {
  child.send(order);
  return answer(child);
}

function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`a contender ended with ${code}`));
    child.once('exit', gone);
    child.once('message', (message: { result?: unknown; error?: string }) => {
      child.off('exit', gone);
      if (message.error) reject(new Error(message.error));
      else resolve(message.result);
    });
  });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}
