import { Injectable } from '@nestjs/common';
import { Database, type SharedTransaction } from '@sukoyaka/persistence';
import type { CohortStatistics } from '@sukoyaka/scoring';
import type { Edition, Organisation } from '@sukoyaka/survey';

type EditionVersion = Pick<Edition, 'id' | 'version'>;

/** The frozen statistics with which results are compared. */
@Injectable()
export class Cohorts {
  constructor(private readonly database: Database) {}

  /**
   * The statistics for an organisation's result; undefined where there are none, and where they
   * are invented and the organisation is not: nobody is held against companies that do not exist.
   */
  async of(
    { id, version }: EditionVersion,
    organisation: Organisation | undefined,
    tx: SharedTransaction,
  ): Promise<CohortStatistics | undefined> {
    const key = { editionId: id, editionVersion: version };
    const kept = await tx.cohortOf(key);
    if (kept === null) return undefined;
    const statistics = kept.statistics as CohortStatistics;
    return statistics.synthetic && organisation?.synthetic !== true ? undefined : statistics;
  }

  /** Keeps statistics for the edition's version, unless it has some. */
  keep(statistics: CohortStatistics): Promise<void> {
    const { edition: editionId, editionVersion } = statistics;
    return this.database.shared((tx) => tx.keepCohort({ editionId, editionVersion, statistics }));
  }
}
