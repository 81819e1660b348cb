import { spawn } from 'node:child_process';

/** A program of the product has failed, having said why in words of its own. */
export class SaidAlready extends Error {}

/**
 * Runs a program of the product to its end, which `stopped` brings on early.
 * @throws SaidAlready when it fails or is stopped.
 */
export function runProgram(
  program: string,
  environment: NodeJS.ProcessEnv,
  stopped: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], {
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = () => child.kill('SIGTERM');
    stopped.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('exit', (code) => {
      stopped.removeEventListener('abort', end);
      if (code === 0) resolve();
      else reject(new SaidAlready());
    });
  });
}
