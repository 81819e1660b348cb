import { expect, it } from '@jest/globals';
import { soak } from '../../bench/src/soak/soak.js';

it('loses no acknowledged save and tears no log when service and database are killed', async () => {
  const outcome = await soak({
    writers: 12,
    saves: 600,
    kills: 3,
    longestMs: 150_000,
    between: [20, 100],
  });
  expect(outcome.faults).toEqual([]);
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(600);
  expect(Math.min(outcome.kills.api, outcome.kills.database)).toBeGreaterThanOrEqual(3);
  // Each save is one event; organisations, assessments and the installation have theirs.
  expect(outcome.events).toBeGreaterThan(outcome.acknowledged);
}, 240_000);
