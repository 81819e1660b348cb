import { describe, expect, it } from '@jest/globals';
import { type AuditFault, type Verification, verifyChains } from '@sukoyaka/audit';
import fc from 'fast-check';
import { arbitraryLog, type Log, mac, stream, wrongMac } from './support.js';
import { type Expected, TAMPERINGS } from './tamperings.js';

/** Logs are small as they are; making one smaller takes minutes and tells little more. */
const AT_ONCE = { endOnFailure: true };

function verify({ rows, heads }: Log, key = mac): Promise<Verification> {
  return verifyChains(stream(rows), heads, key);
}

/** Whether a fault of one of the expected kinds covers the expected place. */
function isNamed(faults: readonly AuditFault[], { chainId, sequence, kinds }: Expected): boolean {
  return faults.some(
    (fault) =>
      fault.chainId === chainId &&
      kinds.includes(fault.kind) &&
      fault.sequence <= sequence &&
      sequence <= fault.through,
  );
}

describe('a log that nobody touched', () => {
  it('has no faults', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLog, async (log) => {
        const { heads, rows } = log;
        expect(await verify(log)).toEqual({
          chains: heads.length,
          events: rows.length,
          faults: [],
        });
      }),
      AT_ONCE,
    );
  });

  it('verifies under its own key only, with two faults for a chain however long', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLog, async (log) => {
        const { faults } = await verify(log, wrongMac);
        const expected = log.heads.flatMap(({ chainId, sequence }) => [
          { kind: 'changed', chainId, sequence: 1, through: sequence },
          { kind: 'head-changed', chainId, sequence, through: sequence },
        ]);
        expect(faults).toEqual(expected);
      }),
      AT_ONCE,
    );
  });
});

describe('a log that was tampered with', () => {
  it.each(Object.entries(TAMPERINGS))(
    '(%s) is reported at that place, without a cascade',
    async (_, tamper) => {
      await fc.assert(
        fc.asyncProperty(arbitraryLog, fc.gen(), async (log, pick) => {
          const tampered = tamper(log, pick);
          fc.pre(tampered !== null);
          const { faults } = await verify(tampered.log);
          const { expected, atMost } = tampered;
          expect(expected.filter((each) => !isNamed(faults, each))).toEqual([]);
          expect(faults.length).toBeLessThanOrEqual(atMost);
          for (const chainId of new Set(expected.map((each) => each.chainId))) {
            const places = expected.filter((each) => each.chainId === chainId);
            const first = Math.min(...places.map(({ sequence }) => sequence));
            expect(faults.find((fault) => fault.chainId === chainId)?.sequence).toBe(first);
          }
          const touched = new Set(expected.map(({ chainId }) => chainId));
          expect(faults.filter(({ chainId }) => !touched.has(chainId))).toEqual([]);
        }),
        { ...AT_ONCE, numRuns: 150 },
      );
    },
  );

  it('twice is reported at both places', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLog, fc.gen(), async (log, pick) => {
        const indices = fc.uniqueArray(fc.nat(log.rows.length - 1), { minLength: 2, maxLength: 2 });
        const chosen = pick(() => indices);
        const rows = log.rows.map((row, index) =>
          chosen.includes(index) ? { ...row, action: 'site.removed', after: { x: 1 } } : row,
        );
        const { faults } = await verify({ ...log, rows });
        const expected = chosen.map((index) => ({
          ...log.rows[index]!,
          kinds: ['changed'] as const,
        }));
        expect(expected.filter((each) => !isNamed(faults, each))).toEqual([]);
        const reported = faults.reduce((sum, each) => sum + each.through - each.sequence + 1, 0);
        expect(reported).toBe(2);
      }),
      AT_ONCE,
    );
  });
});
