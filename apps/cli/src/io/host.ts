import type { Buffer } from 'node:buffer';

/** What surrounds the program: injected, so that tests run commands without a process. */
export interface Host {
  /** The folder in which the user stands; relative paths start here. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether a person watches standard error. */
  readonly terminal: boolean;
  /** The instant of the run. */
  now(): Date;
  readStandardInput(): Promise<Buffer>;
  writeOut(data: string | Uint8Array): Promise<void>;
  writeError(text: string): void;
}
