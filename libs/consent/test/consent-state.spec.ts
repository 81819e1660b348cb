import { describe, expect, it } from '@jest/globals';
import {
  type ConsentDecision,
  type ConsentRecord,
  consentState,
  currentConsentText,
  isCarriedOn,
  isCurrent,
  type Supersession,
} from '@sukoyaka/consent';
import fc from 'fast-check';

const MORNING = '2027-01-01T09:00:00Z';
const NOON = '2027-01-01T12:00:00Z';

function record(
  id: string,
  decision: ConsentDecision,
  at = MORNING,
  sequence?: number | bigint,
): ConsentRecord {
  const numbered = sequence === undefined ? {} : { sequence };
  return { id, kind: 'participation', decision, version: '1.0', at: new Date(at), ...numbered };
}

describe('where an organisation stands with a consent', () => {
  it('is "never" without a record', () => {
    expect(consentState([])).toEqual({ state: 'never', record: null });
  });

  it.each<readonly [string, readonly ConsentRecord[], ConsentDecision, string]>([
    ['given once', [record('a', 'given')], 'given', 'a'],
    ['withdrawn once', [record('a', 'withdrawn')], 'withdrawn', 'a'],
    [
      'given, then withdrawn',
      [record('b', 'given'), record('a', 'withdrawn', NOON)],
      'withdrawn',
      'a',
    ],
    ['withdrawn, then given', [record('b', 'withdrawn'), record('a', 'given', NOON)], 'given', 'a'],
    ['given again', [record('b', 'given'), record('a', 'given', NOON)], 'given', 'a'],
    [
      'given last, by number, in one moment',
      [record('b', 'withdrawn', NOON, 9), record('a', 'given', NOON, 10)],
      'given',
      'a',
    ],
    [
      'withdrawn last, by large number, in one moment',
      [
        record('b', 'given', NOON, 9007199254740992n),
        record('a', 'withdrawn', NOON, 9007199254740993n),
      ],
      'withdrawn',
      'a',
    ],
    [
      'numbered against the clock: the time decides',
      [record('b', 'given', MORNING, 2), record('a', 'withdrawn', NOON, 1)],
      'withdrawn',
      'a',
    ],
    [
      'both in one moment without numbers: a doubt is no consent',
      [record('b', 'given'), record('a', 'withdrawn')],
      'withdrawn',
      'a',
    ],
    [
      'one moment, one number: a doubt is no consent',
      [record('b', 'given', NOON, 1), record('a', 'withdrawn', NOON, 1)],
      'withdrawn',
      'a',
    ],
    ['given twice in one moment', [record('b', 'given'), record('a', 'given')], 'given', 'b'],
    [
      'the same moment in two time zones',
      [record('b', 'given', '2027-01-01T19:00:00+07:00'), record('a', 'withdrawn', NOON)],
      'withdrawn',
      'a',
    ],
  ])('%s', (_name, records, state, id) => {
    for (const order of [records, records.toReversed()]) {
      const found = consentState(order);
      expect(found.state).toBe(state);
      expect(found.record?.id).toBe(id);
    }
  });

  it('does not depend on the order of the records', () => {
    const anyRecord = fc
      .tuple(
        fc.uuid(),
        fc.constantFrom<ConsentDecision>('given', 'withdrawn'),
        fc.constantFrom(MORNING, NOON),
        fc.constantFrom(undefined, 1, 2n, 3),
      )
      .map((parts) => record(...parts));
    const shuffled = fc
      .uniqueArray(anyRecord, { selector: ({ id }) => id, maxLength: 8 })
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(consentState(other)).toEqual(consentState(one));
      }),
    );
  });

  it('hands back the record with all that the caller keeps in it', () => {
    const own = { ...record('a', 'given'), language: 'th' };
    expect(consentState([own]).record?.language).toBe('th');
  });

  it('refuses to judge two consents as one', () => {
    const other: ConsentRecord = { ...record('b', 'withdrawn'), kind: 'publication' };
    expect(() => consentState([record('a', 'given'), other])).toThrow(RangeError);
  });

  it('refuses a time that is none', () => {
    expect(() => consentState([record('a', 'given', 'soon')])).toThrow(RangeError);
  });
});

describe('whether a consent is to the text in force', () => {
  const { kind, version } = {
    ...currentConsentText('participation'),
    kind: 'participation' as const,
  };

  it.each<readonly [ConsentDecision, string, boolean]>([
    ['given', version, true],
    ['withdrawn', version, false],
    ['given', '99.0', false],
    ['withdrawn', '99.0', false],
  ])('%s to version %s: %s', (decision, given, expected) => {
    expect(isCurrent({ kind, version: given, decision })).toBe(expected);
  });

  it.each<readonly [string, readonly (Supersession | null)[], readonly boolean[]]>([
    ['the only version', [null], [true]],
    ['a version that carries', [null, 'carries'], [true, true]],
    ['a version to renew for', [null, 'renew'], [false, true]],
    ['carried, carried', [null, 'carries', 'carries'], [true, true, true]],
    ['carried, then to renew', [null, 'carries', 'renew'], [false, false, true]],
    ['to renew, then carried', [null, 'renew', 'carries'], [false, true, true]],
    ['to renew twice', [null, 'renew', 'renew'], [false, false, true]],
  ])('%s', (_name, supersessions, expected) => {
    const versions = supersessions.map((supersedes, index) => ({
      version: `1.${index}`,
      supersedes,
    }));
    expect(versions.map((each) => isCarriedOn(each.version, versions))).toEqual(expected);
    expect(isCarriedOn('2.0', versions)).toBe(false);
  });
});
