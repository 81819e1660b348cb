import { type ChildProcess, spawn } from 'node:child_process';
import { StartError } from '@sukoyaka/persistence/embedded';
import { SaidAlready } from './run-program.js';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 15_000;

export interface ApiProcessOptions {
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Called when the service ends without having been asked to. */
  readonly onCrash: () => void;
}

/** The service in a process of its own, so that it can be restarted, and stopped first. */
export class ApiProcess {
  #child: ChildProcess | undefined;

  constructor(private readonly options: ApiProcessOptions) {}

  /** Starts it and returns once it listens. @throws SaidAlready when it ends instead. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.options.program], {
      env: this.options.environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Ctrl-C reaches a whole process group; this one is stopped by the launcher alone.
      detached: true,
    });
    this.#child = child;
    await listening(child);
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.options.onCrash();
    });
  }

  /** Lets requests under way finish; ends it when they take too long. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(timer);
  }
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    const tooLate = new StartError('the service takes too long to start: try again');
    const timer = setTimeout(fail, START_TIMEOUT_MS, tooLate);
    child.once('error', fail);
    child.once('exit', () => fail(new SaidAlready()));
    child.once('message', () => {
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve();
    });
  });
}
