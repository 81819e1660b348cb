import { Buffer } from 'node:buffer';
import { DomainError } from '@sukoyaka/kernel';

/**
 * The parts of a backup, in this order: `header`; for each table `table`, any number of `data` and
 * `rows`; `manifest`. `data` is a piece of COPY text, the others are JSON.
 */
const KINDS = ['header', 'table', 'data', 'rows', 'manifest'] as const;
export type FrameKind = (typeof KINDS)[number];

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

/** One byte for the kind and four for the length of what follows, the highest first. */
const HEAD_BYTES = 5;
/** More is never written; a length beyond it is a damaged one. */
const LONGEST_PAYLOAD = 1 << 20;

/** A part of JSON. */
export function jsonFrame(kind: FrameKind, value: object): Buffer {
  return encode(kind, Buffer.from(JSON.stringify(value)));
}

/** Parts of data, as many as the length demands. */
export function* dataFrames(bytes: Uint8Array): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += LONGEST_PAYLOAD) {
    yield encode('data', bytes.subarray(start, start + LONGEST_PAYLOAD));
  }
}

function encode(kind: FrameKind, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(KINDS.indexOf(kind));
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

/** @throws DomainError BACKUP_DAMAGED where the bytes are no whole parts. */
export async function* decodeFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame, void> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
    for (let frame = firstFrame(waiting); frame !== undefined; frame = firstFrame(waiting)) {
      yield frame;
      waiting = waiting.subarray(HEAD_BYTES + frame.payload.length);
    }
  }
  if (waiting.length > 0) throw damaged();
}

/** The part at the beginning, if it is there to its end. */
function firstFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  const kind = KINDS[bytes.readUInt8()];
  const length = bytes.readUInt32BE(1);
  if (kind === undefined || length > LONGEST_PAYLOAD) throw damaged();
  if (bytes.length < HEAD_BYTES + length) return undefined;
  return { kind, payload: bytes.subarray(HEAD_BYTES, HEAD_BYTES + length) };
}

/** The file has been cut off or altered since it was written. */
export function damaged(cause?: unknown): DomainError {
  return new DomainError('BACKUP_DAMAGED', {}, { cause });
}
