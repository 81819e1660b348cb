import { DomainError, UUID } from '@sukoyaka/kernel';
import { canonical } from './canonical.js';
import type { Mac, StoredHead } from './chain.js';
import type { Anchor } from './chain-check.js';

/** Where all chains ended at a moment, to be kept elsewhere. */
export interface Anchors {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly heads: readonly Anchor[];
}

/** The number counts forms of the file, which stay readable. */
const FORMAT = 'sukoyaka.audit.anchors/1';

/**
 * The text of a file of anchors (JSON, one chain a line), signed with the key of the log: who can
 * exchange the file can't make one that fits a log that was cut off.
 */
export function anchorsText(at: string, heads: readonly StoredHead[], mac: Mac): string {
  const anchors = heads.map(({ chainId, sequence, hash }) => ({ chainId, sequence, hash }));
  const lines = anchors.map((anchor) => JSON.stringify(anchor)).join(',\n');
  const members = [FORMAT, at, signature({ at, heads: anchors }, mac)];
  const [format, moment, signed] = members.map((member) => JSON.stringify(member));
  return `{"format":${format},"at":${moment},"mac":${signed},"heads":[\n${lines}\n]}\n`;
}

/**
 * The anchors in a parsed file.
 * @throws DomainError ANCHORS_FOREIGN when it is no such file, ANCHORS_ALTERED when it was not
 * written with this key or was changed since.
 */
export function anchorsIn(value: unknown, mac: Mac): Anchors {
  if (!isAnchorsFile(value)) throw new DomainError('ANCHORS_FOREIGN');
  const { at, heads } = value;
  if (signature({ at, heads }, mac) !== value.mac) throw new DomainError('ANCHORS_ALTERED');
  return { at, heads };
}

function signature({ at, heads }: Anchors, mac: Mac): string {
  return mac(`${FORMAT}\n${canonical({ at, heads })}`);
}

function isAnchorsFile(value: unknown): value is Anchors & { readonly mac: string } {
  const { format, at, mac, heads } = recordOf(value);
  const isForm = format === FORMAT && typeof at === 'string' && typeof mac === 'string';
  return isForm && Array.isArray(heads) && heads.every(isAnchor);
}

function isAnchor(value: unknown): boolean {
  const { chainId, sequence, hash } = recordOf(value);
  const isPlace =
    typeof chainId === 'string' && UUID.test(chainId) && Number.isSafeInteger(sequence);
  return isPlace && typeof hash === 'string';
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
