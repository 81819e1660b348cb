import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ServerAccount, spawnAs } from './account.js';
import type { Binaries } from './binaries.js';
import { OWNER } from './credentials.js';
import { freePort } from './free-port.js';
import { PLAIN_ENVIRONMENT } from './initialise.js';
import { disownStranger, readPostmaster, runningPostmaster } from './postmaster-file.js';
import { eventually, processIdentity } from './processes.js';
import { StartError } from './start-error.js';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
const LARGEST_LOG_BYTES = 10_000_000;
/** A killed server's children may hold its shared memory for a moment. */
const START_ATTEMPTS = 20;

/** A statement that fails is logged without its text, values and row: these may be answers. */
const DISCREET_LOG = { log_error_verbosity: 'terse', log_min_error_statement: 'panic' } as const;
/** Survives the end of the server, not that of the machine. */
const FAST_AND_FORGETFUL = { fsync: 'off', full_page_writes: 'off' } as const;

export interface EmbeddedPostgresOptions {
  readonly binaries: Binaries;
  readonly dataFolder: string;
  readonly logFile: string;
  readonly account: ServerAccount;
  readonly password: string;
  readonly isDurable: boolean;
}

/** A PostgreSQL server of one's own on a free loopback port, in a process group of its own. */
export class EmbeddedPostgres {
  #child: ChildProcess | undefined;
  #port = 0;
  /** How much of the log was there before the last attempt to start. */
  #logLength = 0;
  #hasStarted = false;
  #isStopping = false;
  #starting: Promise<void> | undefined;

  constructor(private readonly options: EmbeddedPostgresOptions) {}

  /** The connection of the owner to `database`. */
  url(database: string): string {
    return `postgres://${OWNER}:${this.options.password}@127.0.0.1:${this.#port}/${database}`;
  }

  /**
   * Starts the server and returns once it takes connections. A later start keeps the port, so
   * that connection strings stay valid. A server that a killed launcher left behind is stopped.
   * @throws StartError with the last words of the server.
   */
  start(): Promise<void> {
    this.#starting ??= this.#start().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async #start(): Promise<void> {
    this.#isStopping = false;
    await this.#stopOrphan();
    let words = '';
    for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
      if (attempt > 0) await pause(250);
      this.#assertWanted();
      if (await this.#attempt()) return;
      words = this.#lastWords();
      if (!/already in use|still in use|in use by|lock file/.test(words)) break;
    }
    throw new StartError(`PostgreSQL does not start: ${words} (log: ${this.options.logFile})`);
  }

  /** Calls back once when the server ends without having been asked to. */
  onCrash(callback: () => void): void {
    this.#child?.once('exit', () => {
      if (!this.#isStopping) callback();
    });
  }

  /** Stops the server in order, at once if it does not comply; does nothing when it is down. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#stopOrphan();
    if (this.#child !== undefined && !hasEnded(this.#child)) this.#child.kill('SIGINT');
    this.#child = undefined;
  }

  /** @throws StartError when it was stopped while it waited to start. */
  #assertWanted(): void {
    if (this.#isStopping) throw new StartError('PostgreSQL has been stopped while it started');
  }

  async #attempt(): Promise<boolean> {
    disownStranger(this.options.dataFolder);
    if (!this.#hasStarted) this.#port = await freePort();
    const child = this.#spawn(this.#port);
    this.#child = child;
    const isReady = () => {
      const postmaster = readPostmaster(this.options.dataFolder);
      return postmaster?.pid === child.pid && postmaster?.isReady === true;
    };
    const isSettled = await eventually(() => hasEnded(child) || isReady(), START_TIMEOUT_MS);
    if (!isSettled) child.kill('SIGQUIT');
    const isUp = isSettled && !hasEnded(child);
    this.#hasStarted ||= isUp;
    return isUp;
  }

  #spawn(port: number): ChildProcess {
    const settings = {
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...DISCREET_LOG,
      ...(this.options.isDurable ? {} : FAST_AND_FORGETFUL),
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = this.#openLog();
    const program = join(this.options.binaries.folder, 'bin/postgres');
    const child = spawn(program, ['-D', this.options.dataFolder, ...flags], {
      ...spawnAs(this.options.account),
      env: PLAIN_ENVIRONMENT,
      stdio: ['ignore', log, log],
      detached: true,
    });
    child.on('error', () => undefined);
    closeSync(log);
    return child;
  }

  #openLog(): number {
    const { logFile } = this.options;
    const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    const isFull = size > LARGEST_LOG_BYTES;
    if (isFull) renameSync(logFile, `${logFile}.old`);
    this.#logLength = isFull ? 0 : size;
    return openSync(logFile, 'a', 0o600);
  }

  #lastWords(): string {
    const log = readFileSync(this.options.logFile).subarray(this.#logLength).toString();
    const lines = log.trim().split('\n').slice(-6);
    const fatal = lines.filter((line) => /FATAL|PANIC|could not/.test(line));
    return (fatal.length > 0 ? fatal : lines.slice(-1)).join(' ').replace(/\s+/g, ' ');
  }

  async #stopOrphan(): Promise<void> {
    const { dataFolder } = this.options;
    const postmaster = runningPostmaster(dataFolder);
    if (postmaster === undefined) return;
    // The file is gone before the process is: wait for the process.
    const identity = processIdentity(postmaster.pid);
    const own = this.#child?.pid === postmaster.pid ? this.#child : undefined;
    const isGone = () =>
      own === undefined ? processIdentity(postmaster.pid) !== identity : hasEnded(own);
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      signalIfAlive(postmaster.pid, signal);
      if (await eventually(isGone, STOP_TIMEOUT_MS)) return;
    }
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile, which is what was wanted.
  }
}
