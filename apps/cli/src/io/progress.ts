import { SingleBar } from 'cli-progress';
import { setImmediate as yieldToSignals } from 'node:timers/promises';
import type { Host } from './host.js';

/** Work shorter than this many steps is over before a bar could be read. */
const LEAST_STEPS = 20;
/** After so many steps signals get their turn: Ctrl-C works in the midst of calculations. */
const STEPS_BETWEEN_SIGNALS = 32;

/**
 * Runs `step` over the items in order, with a bar on standard error where a person watches.
 * Yields results as they come.
 */
export async function* withProgress<T, R>(
  host: Host,
  label: string,
  total: number,
  items: Iterable<T>,
  step: (item: T, index: number) => R | Promise<R>,
): AsyncGenerator<R> {
  const bar = host.terminal && total >= LEAST_STEPS ? startBar(label, total) : null;
  let done = 0;
  try {
    for (const item of items) {
      yield await step(item, done);
      done += 1;
      bar?.update(done);
      if (done % STEPS_BETWEEN_SIGNALS === 0) await yieldToSignals();
    }
  } finally {
    bar?.stop();
  }
}

function startBar(label: string, total: number): SingleBar {
  const bar = new SingleBar({
    format: '{label} [{bar}] {value}/{total}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: false,
    gracefulExit: false,
  });
  bar.start(total, 0, { label });
  return bar;
}
