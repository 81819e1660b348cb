import { describe, expect, it } from '@jest/globals';
import {
  type Contribution,
  contributorKey,
  protectedMean,
  protectedPercentile,
  shownCount,
} from '@sukoyaka/disclosure';
import fc from 'fast-check';
import { hashOf } from './support.js';

const hash = hashOf('a key of the test');
const cell = { hash, measure: 'overall', round: 'test/2026' };
const group = (scores: readonly number[]): Contribution[] =>
  scores.map((score, at) => ({ key: contributorKey(hash, String(at)), score }));
const scores = (least: number) =>
  fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: least, maxLength: 150 });

describe('protected means', () => {
  it('are whole numbers near the mean, the nearer the more contribute', () => {
    fc.assert(
      fc.property(scores(20), (values) => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const shown = protectedMean(group(values), cell) ?? NaN;
        expect(Number.isInteger(shown)).toBe(true);
        expect(Math.abs(shown - mean)).toBeLessThanOrEqual(125 / values.length + 0.5);
      }),
    );
  });

  it('do not exist below the gate', () => {
    expect(protectedMean(group(Array.from({ length: 19 }, () => 50)), cell)).toBeNull();
    expect(protectedMean(group(Array.from({ length: 20 }, () => 50)), cell)).not.toBeNull();
  });

  it('are the same however often and in whatever order they are asked for', () => {
    const members = group(Array.from({ length: 40 }, (_, at) => (at * 37) % 100));
    const first = protectedMean(members, cell);
    expect(protectedMean(members.toReversed(), cell)).toBe(first);
    const rounds = Array.from({ length: 50 }, (_, at) =>
      protectedMean(members, { ...cell, round: `test/${at}` }),
    );
    expect(new Set(rounds).size).toBeGreaterThan(2);
  });

  it('do not tell all but one what the last one has', () => {
    const others = Array.from({ length: 19 }, (_, at) => (at * 29) % 100);
    const shown = (round: string, score: number): number =>
      protectedMean(group([...others, score]), { ...cell, round }) ?? NaN;
    const known = others.reduce((sum, value) => sum + value, 0);
    const errors = Array.from({ length: 400 }, (_, at) => {
      const score = (at * 7) % 101;
      return Math.abs(20 * shown(`round/${at}`, score) - known - score);
    });
    errors.sort((a, b) => a - b);
    expect(errors[200]).toBeGreaterThan(25);
  });
});

describe('protected percentiles', () => {
  it('are whole numbers from 0 to 100, and grow with the share', () => {
    fc.assert(
      fc.property(scores(100), (values) => {
        const at = [0.25, 0.5, 0.75, 0.9].map(
          (share) => protectedPercentile(group(values), share, cell) ?? NaN,
        );
        expect(at.every((each) => Number.isInteger(each) && each >= 0 && each <= 100)).toBe(true);
        expect(at).toEqual(at.toSorted((a, b) => a - b));
      }),
    );
  });

  it('are near the true ones of a large group', () => {
    const members = group(Array.from({ length: 400 }, (_, at) => at / 4));
    expect(protectedPercentile(members, 0.5, cell)).toBeGreaterThanOrEqual(46);
    expect(protectedPercentile(members, 0.5, cell)).toBeLessThanOrEqual(54);
    expect(protectedPercentile(members, 0.9, cell)).toBeGreaterThanOrEqual(86);
    expect(protectedPercentile(members, 0.9, cell)).toBeLessThanOrEqual(94);
  });

  it.each([
    [0.9, 99, 100],
    [0.1, 99, 100],
    [0.75, 39, 40],
    [0.25, 39, 40],
    [0.5, 19, 20],
  ])('of share %d do not exist for %d, and do for %d', (share, few, enough) => {
    const of = (n: number) =>
      protectedPercentile(group(Array.from({ length: n }, (_, at) => at % 100)), share, cell);
    expect(of(few)).toBeNull();
    expect(of(enough)).not.toBeNull();
  });

  it('stand ties: all alike are shown as their bin', () => {
    const alike = group(Array.from({ length: 120 }, () => 62));
    const shown = protectedPercentile(alike, 0.9, cell) ?? NaN;
    expect(shown).toBeGreaterThanOrEqual(60);
    expect(shown).toBeLessThanOrEqual(65);
    expect(protectedPercentile(group(Array.from({ length: 120 }, () => 100)), 0.9, cell)).toBe(100);
  });
});

it('counts of organisations are shown to the nearest five', () => {
  expect([0, 22, 23, 27, 28, 200].map(shownCount)).toEqual([0, 20, 25, 25, 30, 200]);
});
