import { describe, expect, it } from '@jest/globals';
import { holdingVersions, participationState } from '@sukoyaka/consent';

const given = { decision: 'given', version: '1.0' } as const;
const counted = { latest: given, isSubmitted: true, isInWave: true };

describe('an assessment', () => {
  it('counts when it was submitted in a wave and the organisation takes part', () => {
    expect(participationState(counted)).toBe('counted');
  });

  it.each([
    ['not-consented', { ...counted, latest: null }],
    ['not-consented', { ...counted, latest: { ...given, version: '0.1' } }],
    ['withdrawn', { ...counted, latest: { ...given, decision: 'withdrawn' } as const }],
    [
      'withdrawn',
      { latest: { ...given, decision: 'withdrawn' } as const, isSubmitted: false, isInWave: false },
    ],
    ['not-submitted', { ...counted, isSubmitted: false, isInWave: false }],
    ['outside-wave', { ...counted, isInWave: false }],
  ] as const)('is %s otherwise', (state, of) => {
    expect(participationState(of)).toBe(state);
  });
});

describe('the versions that hold', () => {
  it('include the one in force', () => {
    expect(holdingVersions('participation')).toEqual(['1.0']);
    expect(holdingVersions('publication')).toEqual(['1.0']);
  });
});
