import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Host } from './host.js';
import { demandName, fileRefusal } from './read.js';
import { Refusal } from './refusal.js';

/** What is written: all at once, or piece by piece as it is made. */
export type Content = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** A file to write. */
export interface Output {
  readonly file: string;
  readonly content: Content;
  /**
   * It holds what only its owner may read and must not get lost: no one else can open it, and it
   * has reached the disk before it gets its name.
   */
  readonly precious?: boolean;
}

/**
 * Writes files whole or not at all: each into a temporary file beside it, and once all are there they
 * are renamed. `-` is standard output; a device or pipe is written to as it is.
 * @throws Refusal when one can't be written; no partial file stays behind.
 */
export async function writeOutputs(host: Host, outputs: readonly Output[]): Promise<void> {
  const staged: Staged[] = [];
  try {
    for (const output of outputs) {
      const one = await naming(output.file, () => stage(host, output));
      if (one) staged.push(one);
    }
    for (const one of staged) await naming(one.file, () => rename(one.temporary, one.target));
  } finally {
    for (const { temporary } of staged) await discard(temporary);
  }
}

/** Writes one file, as `writeOutputs` does. */
export function writeOutput(host: Host, file: string, content: Content): Promise<void> {
  return writeOutputs(host, [{ file, content }]);
}

/** System errors of `work` become refusals that name the file. */
async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || !isSystemError(error)) throw error;
    throw fileRefusal(error, file, 'FILE_NOT_WRITABLE');
  }
}

function isSystemError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
}

interface Staged {
  readonly file: string;
  readonly temporary: string;
  readonly target: string;
}

/** Writes the content beside its target; at once, where there is nothing to rename. */
async function stage(host: Host, output: Output): Promise<Staged | null> {
  const { file, content, precious = false } = output;
  if (file === '-') {
    await writeTo(content, (piece) => host.writeOut(piece));
    return null;
  }
  demandName(file);
  const path = resolve(host.folder, file);
  const present = await stat(path).catch(() => null);
  if (present && !present.isFile()) {
    await writeInto(await open(path, 'w'), content);
    return null;
  }
  const target = present ? await realpath(path) : path;
  const name = basename(target).slice(0, MOST_OF_NAME);
  const temporary = join(dirname(target), `.${name}.${randomUUID()}.tmp`);
  pending.add(temporary);
  try {
    await writeInto(await open(temporary, 'wx', precious ? 0o600 : 0o666), content, precious);
  } catch (error) {
    await discard(temporary);
    throw error;
  }
  return { file, temporary, target };
}

/** File systems take names of up to 255 bytes; three a character leaves room for the rest. */
const MOST_OF_NAME = 60;

async function discard(temporary: string): Promise<void> {
  await rm(temporary, { force: true });
  pending.delete(temporary);
}

async function writeInto(handle: FileHandle, content: Content, toDisk = false): Promise<void> {
  try {
    await writeTo(content, async (piece) => {
      await handle.writeFile(piece);
    });
    if (toDisk) await handle.sync();
  } finally {
    await handle.close();
  }
}

const PIECE = 1 << 20;

async function writeTo(
  content: Content,
  write: (piece: string | Uint8Array) => Promise<void>,
): Promise<void> {
  if (typeof content === 'string' || content instanceof Uint8Array) return write(content);
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of content) {
    const bytes = Buffer.from(piece);
    waiting.push(bytes);
    length += bytes.length;
    if (length < PIECE) continue;
    await write(Buffer.concat(waiting));
    waiting = [];
    length = 0;
  }
  if (length > 0) await write(Buffer.concat(waiting));
}

const pending = new Set<string>();

/** Removes what is half written when the process is told to stop. */
export function removePendingFiles(): void {
  for (const path of pending) rmSync(path, { force: true });
  pending.clear();
}
