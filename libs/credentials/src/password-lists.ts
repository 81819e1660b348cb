import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as LanguageCommon from '@zxcvbn-ts/language-common';

/**
 * Two lists of what people really choose, made from published breaches:
 * - `passwords-common` of @zxcvbn-ts/language-common 4: 49,233 entries, of which 308 have 12
 *   characters or more. MIT licence; © 2012–2016 Dan Wheeler and Dropbox, Inc., © 2021 zxcvbn-ts.
 * - `data/common-long-passwords.txt`: the 5,000 commonest of 12 characters or more. Public domain;
 *   `data/README.md` says where it is from. ASVS 5.0, 6.2.4 asks for 3,000 that fit the policy.
 *
 * They are only needed when somebody chooses a password: they are read then, and once.
 */
let ranks: ReadonlyMap<string, number> | undefined;
let long: ReadonlySet<string> | undefined;

/** How common a password is in the first list, from 0; undefined when it is not listed. */
export function rankOf(folded: string): number | undefined {
  ranks ??= readRanks();
  return ranks.get(folded);
}

/** Whether a password is in the second list; by chance true for one in 5 · 10^10 others. */
export function isLongListed(folded: string): boolean {
  return longPasswords().has(createHash('sha256').update(folded).digest('base64url').slice(0, 8));
}

/** The second list: the first 48 bits of each password's SHA-256. */
export function longPasswords(): ReadonlySet<string> {
  long ??= readLong();
  return long;
}

function readRanks(): ReadonlyMap<string, number> {
  const load = createRequire(import.meta.url);
  const { dictionary } = load('@zxcvbn-ts/language-common') as typeof LanguageCommon;
  return new Map(dictionary['passwords-common'].map((entry, rank) => [entry, rank]));
}

function readLong(): ReadonlySet<string> {
  const file = new URL('../data/common-long-passwords.txt', import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}
