import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  hashPassword,
  needsRehash,
  passwordWork,
  Semaphore,
  verifyPassword,
} from '@sukoyaka/credentials';
import { hash as argon2, parseOptions } from '@node-rs/argon2';

const PASSWORD = 'สุขภาพดี ガンバ 😀 Ünï';
let hash: string;

beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});

describe('a hashed password', () => {
  it('is argon2id with 46 MiB, one pass, one lane', () => {
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(parseOptions(hash)).toMatchObject({ saltLen: 16, outputLen: 32 });
  });

  it('has its own salt each time', async () => {
    expect(await hashPassword(PASSWORD)).not.toBe(hash);
  });

  it.each([
    ['the same password', PASSWORD, true],
    ['the same, composed otherwise', PASSWORD.normalize('NFD'), true],
    ['the same in half-width kana', 'สุขภาพดี ｶﾞﾝﾊﾞ 😀 Ünï', true],
    ['another case', PASSWORD.toUpperCase(), false],
    ['a space more', `${PASSWORD} `, false],
    ['its beginning', PASSWORD.slice(0, -1), false],
    ['nothing', '', false],
  ])('answers %s', async (_, typed, fits) => {
    expect(await verifyPassword(hash, typed)).toBe(fits);
  });

  it('differs after a NUL too', async () => {
    expect(await verifyPassword(await hashPassword('one\0two'), 'one\0three')).toBe(false);
  });

  it.each([
    ['no hash', undefined],
    ['an empty one', ''],
    ['one of another kind', '$2b$12$abcdefghijklmnopqrstuuK1b2'],
    ['half of one', '$argon2id$v=19$m=47104,t=1,p=1$AAAA'],
    ['senseless costs', '$argon2id$v=19$m=0,t=0,p=0$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAA'],
    ['a text', 'not a hash'],
  ])('is not verified against %s, without an error', async (_, broken) => {
    expect(await verifyPassword(broken, PASSWORD)).toBe(false);
  });

  it('costs a place of work even where there is no hash to compare with', async () => {
    const verifying = verifyPassword(undefined, PASSWORD);
    expect(passwordWork.running).toBe(1);
    await verifying;
    expect(passwordWork.running).toBe(0);
  });
});

describe('a hash is made anew', () => {
  it.each([
    ['not when it has today’s parameters', undefined, false],
    ['when it had less memory', { memoryCost: 19_456, timeCost: 2 }, true],
    ['when it had other passes', { memoryCost: 47_104, timeCost: 2, parallelism: 1 }, true],
  ])('%s', async (_, cost, anew) => {
    expect(needsRehash(cost ? await argon2('x', cost) : hash)).toBe(anew);
  });

  it('when it cannot be read', () => {
    expect(needsRehash('')).toBe(true);
    expect(needsRehash(hash.slice(0, 40))).toBe(true);
  });

  it('but an older one still verifies', async () => {
    const older = await argon2(PASSWORD.normalize('NFKC'), { memoryCost: 1024, timeCost: 1 });
    expect(await verifyPassword(older, PASSWORD)).toBe(true);
  });
});

describe('a flood of sign-ins', () => {
  it('computes no more hashes at once than there are places, and answers all', async () => {
    const { places } = passwordWork;
    const attempts = Array.from({ length: places + 4 }, () => verifyPassword(undefined, 'x'));
    expect(passwordWork.running).toBe(places);
    expect(passwordWork.waiting).toBe(4);
    expect(await Promise.all(attempts)).toEqual(attempts.map(() => false));
    expect([passwordWork.running, passwordWork.waiting]).toEqual([0, 0]);
  });

  it('leaves Node a thread for everything else', () => {
    expect(passwordWork.places).toBeLessThanOrEqual(3);
  });
});

describe('a semaphore', () => {
  it('never has more at work than places, and serves in order', async () => {
    const semaphore = new Semaphore(2);
    const order: number[] = [];
    let most = 0;
    const work = async (id: number): Promise<void> => {
      most = Math.max(most, semaphore.running);
      await Promise.resolve();
      order.push(id);
    };
    const ids = Array.from({ length: 20 }, (_, id) => id);
    await Promise.all(ids.map((id) => semaphore.run(() => work(id))));
    expect([most, order]).toEqual([2, ids]);
  });

  it('lets nobody slip in before who has waited', async () => {
    const semaphore = new Semaphore(1);
    const { promise: gate, resolve: open } = Promise.withResolvers<string>();
    const order: string[] = [];
    const first = semaphore.run(() => gate);
    const second = semaphore.run(() => Promise.resolve(order.push('waited')));
    const third = first.then(() => semaphore.run(() => Promise.resolve(order.push('came late'))));
    open('done');
    await Promise.all([second, third]);
    expect(order).toEqual(['waited', 'came late']);
  });

  it('gives the place back when work fails, and passes the error on', async () => {
    const semaphore = new Semaphore(1);
    await expect(semaphore.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await semaphore.run(() => Promise.resolve('next'))).toBe('next');
  });

  it.each([0, -1, 1.5, NaN])('refuses %d places', (places) => {
    expect(() => new Semaphore(places)).toThrow(RangeError);
  });
});
