import { spawn } from 'node:child_process';

/** A program of the product has failed, having said why in words of its own. */
export class SaidAlready extends Error {}

/** Runs a program of the product to its end. @throws SaidAlready when it fails. */
export function runProgram(program: string, environment: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], {
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new SaidAlready());
    });
  });
}
