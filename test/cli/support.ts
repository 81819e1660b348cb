import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../apps/cli/src/program.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const LARGE = 'jp-hpm-large/2026';
export const SME = 'jp-hpm-sme/2026';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of a test's own, in which a user stands. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'sukoyaka-cli-test-'));

  /** Puts a file there and gives back its name. */
  file(name: string, content: unknown): string {
    const plain = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(this.folder, name), plain ? content : JSON.stringify(content));
    return name;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs a command in this process, as the program's main does. */
  async run(
    argv: readonly string[],
    input = '',
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    const out: Buffer[] = [];
    let err = '';
    const code = await run(argv, {
      folder: this.folder,
      environment: { LANG: 'C.UTF-8', ...environment },
      terminal: false,
      now: () => new Date('2026-06-01T03:00:00Z'),
      readStandardInput: () => Promise.resolve(Buffer.from(input)),
      writeOut: (data) => {
        out.push(Buffer.from(data));
        return Promise.resolve();
      },
      writeError: (text) => {
        err += text;
      },
    });
    return { code, out: Buffer.concat(out).toString('utf8'), err };
  }

  /** Runs the built program as a user does. */
  spawn(command: string, argv: readonly string[], settings: SpawnSettings = {}): Promise<Outcome> {
    const { INIT_CWD: _outer, ...environment } = process.env;
    const env = { ...environment, LANG: 'C.UTF-8', LC_ALL: '', ...settings.environment };
    const child = spawn(command, argv, { cwd: settings.folder ?? this.folder, env });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      if (settings.hangUp) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.stdin.end(settings.input ?? '');
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
    });
  }
}

interface SpawnSettings {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Closes the pipe after the first output, as `head` does. */
  readonly hangUp?: boolean;
}

/** The objects of NDJSON output; fails on anything else. */
export function objects(out: string): readonly Record<string, unknown>[] {
  expectLinesOnly(out);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function expectLinesOnly(out: string): void {
  if (out !== '' && !out.endsWith('\n')) throw new Error('The last line has no end');
  if (out.includes('\n\n')) throw new Error('There is an empty line');
}

/** A sheet of the edition with these answers. */
export function sheet(answers: object, edition = LARGE): object {
  return { edition, organisation: { name: 'Example' }, answers };
}
