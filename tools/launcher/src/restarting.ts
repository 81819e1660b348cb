import { setTimeout as pause } from 'node:timers/promises';

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 200;

/**
 * Tries a start again and again, with growing pauses, until it is `stopped`; hands the last
 * failure to `giveUp`.
 */
export async function restarting(
  start: () => Promise<void>,
  giveUp: (error: unknown) => void,
  stopped: AbortSignal,
): Promise<void> {
  for (let attempt = 1; !stopped.aborted; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt === ATTEMPTS) return giveUp(error);
      await pause(FIRST_PAUSE_MS * 2 ** attempt);
    }
  }
}
