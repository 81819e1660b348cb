import type { EntityManager } from 'typeorm';
import { affectedBy } from '../rows.js';

/** Which challenges have been answered, by their hashes. */
export class ChallengeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Uses a challenge up; false when it has been used, also by a transaction that ends first. */
  async use(challengeHash: string): Promise<boolean> {
    const statement =
      'INSERT INTO used_challenge (challenge_hash) VALUES ($1) ON CONFLICT DO NOTHING';
    return (await affectedBy(this.manager, statement, [challengeHash])) === 1;
  }
}
