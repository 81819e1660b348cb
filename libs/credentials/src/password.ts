import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Semaphore } from './semaphore.js';

/** argon2id with 46 MiB and one pass: the first choice of OWASP's Password Storage Cheat Sheet. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 } as const;
const HEADER = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/**
 * How many hashes are computed at once. Each keeps a core busy and takes 46 MiB, so more than one
 * a core only costs memory; and each takes one of the four threads that Node also needs for names
 * of hosts and for files, so one is left to them.
 */
export const passwordWork = new Semaphore(Math.min(availableParallelism(), 3));

/** A hash of nothing: it costs as much to check as a real one, and no password fits it. */
const NOBODYS_HASH = `${HEADER}${base64(randomBytes(16))}$${base64(randomBytes(32))}`;

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

/** The same password typed on another keyboard or system is the same (ＡＢ and AB, か+゛ and が). */
const normal = (password: string): string => password.normalize('NFKC');

/**
 * The hash of a password in PHC format, with its own salt and its parameters in it.
 * Waits when many are being computed. Lengths are the policy's to bound (`passwordFault`).
 */
export function hashPassword(password: string): Promise<string> {
  return passwordWork.run(() => hash(normal(password), COST));
}

/**
 * Whether the password fits the hash. Without a hash, or with one that cannot be read, the same
 * work is done and the answer is false: time does not tell whether somebody has an account.
 */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  const readable = hash !== undefined && isHash(hash);
  const fits = await passwordWork.run(() => fitsHash(readable ? hash : NOBODYS_HASH, password));
  return readable && fits;
}

/** Whether a hash was made with other parameters than today's, or cannot be read. */
export function needsRehash(hash: string): boolean {
  return !hash.startsWith(HEADER) || !isHash(hash);
}

function isHash(text: string): boolean {
  try {
    parseOptions(text);
    return true;
  } catch {
    return false;
  }
}

async function fitsHash(hash: string, password: string): Promise<boolean> {
  try {
    return await verify(hash, normal(password));
  } catch {
    return false;
  }
}
