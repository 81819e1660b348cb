import { describe, expect, it } from '@jest/globals';
import { Random } from '../src/random.js';

describe('random numbers', () => {
  it('are fixed by the seed, on every machine', () => {
    const random = Random.of('sukoyaka');
    expect([random.next(), random.next(), random.next()]).toEqual([
      3533055609, 1666709994, 1543811955,
    ]);
  });

  it('spread evenly and about normally', () => {
    const random = Random.of('spread');
    const units = Array.from({ length: 20_000 }, () => random.unit());
    const mean = units.reduce((sum, value) => sum + value, 0) / units.length;
    expect(mean).toBeGreaterThan(0.49);
    expect(mean).toBeLessThan(0.51);
    expect(Math.min(...units)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...units)).toBeLessThan(1);
    const normals = Array.from({ length: 20_000 }, () => random.normal());
    const variance = normals.reduce((sum, value) => sum + value * value, 0) / normals.length;
    expect(variance).toBeGreaterThan(0.95);
    expect(variance).toBeLessThan(1.05);
  });

  it('differ between neighbouring seeds', () => {
    const first = Array.from({ length: 1000 }, (_, i) => Random.of(`7/${i}`).next());
    expect(new Set(first).size).toBe(1000);
  });

  it('pick by weight', () => {
    const random = Random.of('weights');
    const picks = Array.from({ length: 5000 }, () =>
      random.weighted([
        ['rare', 1],
        ['common', 9],
      ]),
    );
    const rare = picks.filter((pick) => pick === 'rare').length;
    expect(rare).toBeGreaterThan(400);
    expect(rare).toBeLessThan(600);
  });
});
