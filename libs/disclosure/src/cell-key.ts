/**
 * A keyed hash: the first 64 bits of HMAC-SHA256 of the message. The key stays with the caller,
 * outside of the database that is read for statistics.
 */
export type KeyedHash = (message: string) => bigint;

const WORD = 64;

/**
 * The key of a cell: the sum of its contributors' keys, modulo 2⁶⁴. The same set of contributors
 * has the same key wherever it appears, so its noise can't be averaged out.
 */
export function cellKey(contributors: readonly bigint[]): bigint {
  return BigInt.asUintN(
    WORD,
    contributors.reduce((sum, key) => sum + key, 0n),
  );
}

/** The key of one contributor: the same in every table and every round. */
export function contributorKey(hash: KeyedHash, contributor: string): bigint {
  return hash(`contributor/${contributor}`);
}

/** A number from 0 to 1 (exclusive) that the cell's key and the measure decide, and nothing else. */
export function cellChance(hash: KeyedHash, key: bigint, measure: string): number {
  const bits = 53;
  return Number(hash(`cell/${key}/${measure}`) >> BigInt(WORD - bits)) / 2 ** bits;
}
