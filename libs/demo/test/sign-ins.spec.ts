import { describe, expect, it } from '@jest/globals';
import { Keyring, passwordFault } from '@sukoyaka/credentials';
import { DEMO_ACCOUNTS, demoSignIns, secondsLeft } from '@sukoyaka/demo';

const NOW = new Date('2026-11-28T01:02:03Z');
const of = (byte: number) => demoSignIns(new Keyring(Buffer.alloc(32, byte)), NOW);

describe('the sign-ins of the demonstration', () => {
  it('are one for each role, all named as synthetic', () => {
    expect(of(1).map(({ role }) => role)).toEqual([
      'owner',
      'editor',
      'reviewer',
      'assessor',
      'group-reader',
      'ministry-analyst',
      'operator',
    ]);
    for (const { name } of DEMO_ACCOUNTS) expect(name).toMatch(/synthetic|สมมติ|架空/);
  });

  it('are the same for one installation and others for another', () => {
    expect(of(1)).toEqual(of(1));
    const [first, second] = [of(1), of(2)].map((all) => all.map(({ password }) => password));
    expect(first?.filter((each) => second?.includes(each))).toEqual([]);
  });

  it('have passwords that the product itself would take, and codes where a role demands them', () => {
    for (const { email, name, password, code, role } of of(3)) {
      expect(passwordFault(password, { email, names: [name] })).toBeUndefined();
      const isStaff = ['operator', 'ministry-analyst'].includes(role);
      expect(code === null).toBe(!isStaff);
      if (code !== null) expect(code).toMatch(/^\d{6}$/);
    }
  });

  it('say how long a code is shown', () => {
    expect(secondsLeft(NOW)).toBe(27);
    expect(secondsLeft(new Date('2026-11-28T01:02:30Z'))).toBe(30);
  });
});
