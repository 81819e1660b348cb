import type { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import {
  type BackupContents,
  type BackupHeader,
  overallChecksum,
  RowTally,
  type SavedSequence,
  type SavedTable,
} from './contents.js';
import { unseal } from './envelope.js';
import { damaged, decodeFrames, type Frame, type FrameKind } from './frames.js';

/** A table of a backup with its rows as COPY text, which are to be read before the next table is. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly data: AsyncIterable<Buffer>;
}

/** A backup that has been read to its end and found sound. */
export interface OpenedBackup {
  readonly contents: BackupContents;
  /** Reads the tables once more, from the same file even if its name means another one by now. */
  readonly tables: () => AsyncIterable<StoredTable>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a backup and reads the whole of it: nothing is to be done with one that is not sound.
 * @throws DomainError BACKUP_FOREIGN, BACKUP_VERSION or BACKUP_DAMAGED; system errors of the file.
 */
export async function openBackup(path: string): Promise<OpenedBackup> {
  const file = await open(path, 'r');
  try {
    const contents = await verify(file);
    return { contents, tables: () => readTables(file), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

type Frames = AsyncGenerator<Frame, void>;

async function verify(file: FileHandle): Promise<BackupContents> {
  const frames = decodeFrames(unseal(file));
  const header = parse<BackupHeader>(await expect(frames, 'header'));
  const tables: SavedTable[] = [];
  let frame = await next(frames);
  for (; frame.kind === 'table'; frame = await next(frames)) {
    tables.push(await tallyTable(frame, frames));
  }
  if (frame.kind !== 'manifest') throw damaged();
  const { sequences, ...said } = parse<Manifest>(frame);
  const sha256 = overallChecksum(tables);
  if (JSON.stringify(said) !== JSON.stringify({ tables, sha256 })) throw damaged();
  // Only at its end are the bytes compared with their digest.
  if ((await frames.next()).done !== true) throw damaged();
  return { ...header, tables, sequences, sha256 };
}

interface Manifest {
  readonly tables: readonly SavedTable[];
  readonly sequences: readonly SavedSequence[];
  readonly sha256: string;
}

async function tallyTable(start: Frame, frames: Frames): Promise<SavedTable> {
  const { name, columns } = parse<SavedTable>(start);
  const tally = new RowTally();
  let frame = await next(frames);
  for (; frame.kind === 'data'; frame = await next(frames)) tally.add(frame.payload);
  const counted = tally.finish();
  if (frame.kind !== 'rows' || frame.payload.toString() !== JSON.stringify(counted))
    throw damaged();
  return { name, columns, ...counted };
}

async function* readTables(file: FileHandle): AsyncGenerator<StoredTable> {
  const frames = decodeFrames(unseal(file));
  await expect(frames, 'header');
  for (;;) {
    const frame = await next(frames);
    if (frame.kind !== 'table') return;
    const { name, columns } = parse<SavedTable>(frame);
    yield { name, columns, data: dataUpToRows(frames) };
  }
}

async function* dataUpToRows(frames: Frames): AsyncGenerator<Buffer> {
  let frame = await next(frames);
  for (; frame.kind === 'data'; frame = await next(frames)) yield frame.payload;
}

async function expect(frames: Frames, kind: FrameKind): Promise<Frame> {
  const frame = await next(frames);
  if (frame.kind !== kind) throw damaged();
  return frame;
}

async function next(frames: Frames): Promise<Frame> {
  const result = await frames.next();
  if (result.done === true) throw damaged();
  return result.value;
}

/** JSON of a file that this program has written, which its digest tells. */
function parse<T>({ payload }: Frame): T {
  try {
    return JSON.parse(payload.toString()) as T;
  } catch (cause) {
    throw damaged(cause);
  }
}
