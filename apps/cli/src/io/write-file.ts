import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Host } from './host.js';
import { fileRefusal } from './read.js';
import { Refusal } from './refusal.js';

/** What is written: all at once, or piece by piece as it is made. */
export type Content = string | Uint8Array | AsyncIterable<string>;

/**
 * Writes a file whole or not at all: into a temporary file beside it, then renamed. `-` is standard
 * output; a device or pipe is written to as it is.
 * @throws Refusal when it can't be written; no partial file stays behind.
 */
export async function writeOutput(host: Host, file: string, content: Content): Promise<void> {
  if (file === '-') return writeTo(content, (piece) => host.writeOut(piece));
  const path = resolve(host.folder, file);
  try {
    await writePath(path, content);
  } catch (error) {
    if (error instanceof Refusal || !isSystemError(error)) throw error;
    throw fileRefusal(error, file, 'FILE_NOT_WRITABLE');
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}

async function writePath(path: string, content: Content): Promise<void> {
  const present = await stat(path).catch(() => null);
  if (present && !present.isFile()) return writeInto(await open(path, 'w'), content);
  const target = present ? await realpath(path) : path;
  const temporary = join(dirname(target), `.${basename(target).slice(0, 80)}.${randomUUID()}.tmp`);
  pending.add(temporary);
  try {
    await writeInto(await open(temporary, 'wx'), content);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    pending.delete(temporary);
  }
}

async function writeInto(handle: FileHandle, content: Content): Promise<void> {
  try {
    await writeTo(content, async (piece) => {
      await handle.writeFile(piece);
    });
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
  let waiting: string[] = [];
  let length = 0;
  for await (const piece of content) {
    waiting.push(piece);
    length += piece.length;
    if (length < PIECE) continue;
    await write(Buffer.from(waiting.join('')));
    waiting = [];
    length = 0;
  }
  if (length > 0) await write(waiting.join(''));
}

const pending = new Set<string>();

/** Removes what is half written when the process is told to stop. */
export function removePendingFiles(): void {
  for (const path of pending) rmSync(path, { force: true });
  pending.clear();
}
