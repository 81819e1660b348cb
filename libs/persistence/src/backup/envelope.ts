import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { DomainError } from '@sukoyaka/kernel';
import { damaged } from './frames.js';

/**
 * The file: a line that names the format, the parts packed by gzip, and the SHA-256 of all that
 * stands before it, which shows every altered byte, also one that gzip would pass over.
 */
const FORMAT = 'sukoyaka backup ';
const VERSION = '1';
const FIRST_LINE = Buffer.from(`${FORMAT}${VERSION}\n`);
const DIGEST_BYTES = 32;
/** Longer version numbers are not read. */
const LONGEST_VERSION = 8;

/** The bytes of the file of these parts. */
export async function* seal(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const digest = createHash('sha256').update(FIRST_LINE);
  yield FIRST_LINE;
  const packed = pipeline(Readable.from(parts), createGzip(), () => undefined);
  for await (const piece of packed as AsyncIterable<Buffer>) {
    digest.update(piece);
    yield piece;
  }
  yield digest.digest();
}

/**
 * The parts of a file, unpacked as they are read. What it yields is to be trusted only once it has
 * ended: the digest is compared last.
 * @throws DomainError BACKUP_FOREIGN, BACKUP_VERSION or BACKUP_DAMAGED
 */
export async function* unseal(file: FileHandle): AsyncGenerator<Buffer> {
  const { size } = await file.stat();
  await readFirstLine(file);
  const end = size - DIGEST_BYTES;
  if (end <= FIRST_LINE.length) throw damaged();
  const digest = createHash('sha256').update(FIRST_LINE);
  const packed = async function* () {
    const range = { start: FIRST_LINE.length, end: end - 1, autoClose: false };
    for await (const piece of file.createReadStream(range) as AsyncIterable<Buffer>) {
      digest.update(piece);
      yield piece;
    }
  };
  const unpacked = pipeline(Readable.from(packed()), createGunzip(), () => undefined);
  try {
    yield* unpacked as AsyncIterable<Buffer>;
  } catch (cause) {
    throw isOfZlib(cause) ? damaged(cause) : cause;
  }
  const { buffer } = await file.read(Buffer.alloc(DIGEST_BYTES), 0, DIGEST_BYTES, end);
  if (!digest.digest().equals(buffer)) throw damaged();
}

async function readFirstLine(file: FileHandle): Promise<void> {
  const length = FORMAT.length + LONGEST_VERSION;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
  const start = buffer.toString('latin1', 0, bytesRead);
  if (!start.startsWith(FORMAT)) throw new DomainError('BACKUP_FOREIGN');
  const [found = ''] = start.slice(FORMAT.length).split('\n');
  if (found !== VERSION) throw new DomainError('BACKUP_VERSION', { found });
}

function isOfZlib(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  return /^Z_/.test(code);
}
