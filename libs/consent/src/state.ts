import { type ConsentRecord } from './record.js';

/** Where an organisation stands, and the record that says so. */
export type ConsentState<T> =
  | { readonly state: 'never'; readonly record: null }
  | { readonly state: 'given' | 'withdrawn'; readonly record: T };

/**
 * Where an organisation stands with one consent, from all its records in any order: the latest
 * decides. Of records of the same moment the one written last does; where the store cannot tell, a
 * withdrawal, since a doubt must not count as consent; then the greater id, so that every reader
 * sees the same.
 *
 * Says nothing about the version of the text: ask `isCurrent` before relying on a given consent.
 *
 * @param records of one organisation and one kind.
 * @throws RangeError when records of several kinds are mixed, or a time is not one.
 */
export function consentState<T extends ConsentRecord>(records: readonly T[]): ConsentState<T> {
  let latest: T | undefined;
  for (const record of records) {
    if (Number.isNaN(record.at.getTime())) throw new RangeError('consentState: time is invalid');
    if (latest && latest.kind !== record.kind) throw new RangeError('consentState: mixed kinds');
    if (!latest || comesAfter(record, latest)) latest = record;
  }
  return latest ? { state: latest.decision, record: latest } : { state: 'never', record: null };
}

function comesAfter(a: ConsentRecord, b: ConsentRecord): boolean {
  const moments = a.at.getTime() - b.at.getTime();
  if (moments !== 0) return moments > 0;
  const [first, second] = [a.sequence ?? -1, b.sequence ?? -1];
  if (first !== second) return first > second;
  if (a.decision !== b.decision) return a.decision === 'withdrawn';
  return a.id > b.id;
}
