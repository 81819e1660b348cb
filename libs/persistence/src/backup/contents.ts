import { createHash } from 'node:crypto';

/** What a backup says of itself before its data. */
export interface BackupHeader {
  /** Of the product that made it. */
  readonly productVersion: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Of PostgreSQL, as it says it. */
  readonly serverVersion: string;
  /** Names of the migrations that the database had, oldest first. */
  readonly migrations: readonly string[];
}

export interface SavedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** SHA-256 in hex of the rows as COPY text, in the order of the primary key. */
  readonly sha256: string;
}

export interface SavedSequence {
  readonly name: string;
  /** In decimal digits: it may exceed what a number holds. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** What a backup holds; the tables in the order in which foreign keys let them be filled. */
export interface BackupContents extends BackupHeader {
  readonly tables: readonly SavedTable[];
  readonly sequences: readonly SavedSequence[];
  /** SHA-256 in hex over the counts and checksums of all tables. */
  readonly sha256: string;
}

/** One checksum for all tables: the same for the same data, however often they are saved. */
export function overallChecksum(tables: readonly SavedTable[]): string {
  const lines = tables.map(({ name, rows, sha256 }) => `${name}\t${rows}\t${sha256}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** Counts the rows of COPY text, one a line, and makes their checksum, as they pass. */
export class RowTally {
  readonly #hash = createHash('sha256');
  #rows = 0;

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) {
      this.#rows += 1;
    }
  }

  /** Once; nothing can be added afterwards. */
  finish(): { readonly rows: number; readonly sha256: string } {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

const NEWLINE = 0x0a;
