import type { Locale } from '@sukoyaka/kernel';
import type { EntityManager } from 'typeorm';
import { keyset, type Page, pageOf, type PageRequest } from '../keyset.js';
import { affectedBy, holdAlone, rowOf, rowsOf } from '../rows.js';

export interface ConsentRow {
  readonly sequence: number;
  readonly kind: 'participation' | 'publication';
  readonly decision: 'given' | 'withdrawn';
  /** Version of the text that was shown, and its hash. */
  readonly version: string;
  readonly textHash: string;
  readonly language: Locale;
  readonly personId: string;
  readonly at: Date;
}

export type NewConsent = Omit<ConsentRow, 'sequence' | 'at'>;

const COLUMNS = `sequence, kind, decision, text_version AS "version", text_hash AS "textHash",
  language, person_id AS "personId", recorded_at AS "at"`;
const LATEST_FIRST = {
  columns: [{ name: 'sequence', type: 'bigint' }],
  direction: 'DESC',
} as const;

/** What the organisation agreed to and withdrew. Records are added, and never changed. */
export class ConsentRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  /** Whoever else decides for the organisation waits until the transaction ends. */
  lock(): Promise<void> {
    return holdAlone(this.manager, `consents of ${this.organisationId}`);
  }

  /** A page of them, of one kind or of all, the latest first. */
  async page(
    request: PageRequest,
    kind: ConsentRow['kind'] | null = null,
  ): Promise<Page<ConsentRow>> {
    const { condition, order, parameters } = keyset(LATEST_FIRST, request, 3);
    const rows = await rowsOf<ConsentRow>(
      this.manager,
      `SELECT ${COLUMNS} FROM consent_record
       WHERE organisation_id = $1 AND ($2::text IS NULL OR kind = $2) AND ${condition}
       ORDER BY ${order}`,
      [this.organisationId, kind, ...parameters],
    );
    return pageOf(rows, request, ({ sequence }) => [sequence]);
  }

  /** The last one of each kind. */
  lasts(): Promise<readonly ConsentRow[]> {
    return rowsOf(
      this.manager,
      `SELECT DISTINCT ON (kind) ${COLUMNS} FROM consent_record WHERE organisation_id = $1
       ORDER BY kind, sequence DESC`,
      [this.organisationId],
    );
  }

  /** The decision that holds; also for who may see assessments but not who decided. */
  latest(kind: ConsentRow['kind']): Promise<Pick<ConsentRow, 'decision' | 'version'> | null> {
    const statement = 'SELECT decision, text_version AS "version" FROM latest_consent($1)';
    return rowOf(this.manager, statement, [kind]);
  }

  /** Adds a record after the last one; under the lock. */
  async insert(consent: NewConsent): Promise<void> {
    const { kind, decision, version, textHash, language, personId } = consent;
    await affectedBy(
      this.manager,
      `INSERT INTO consent_record (organisation_id, sequence, kind, decision, text_version,
         text_hash, language, person_id, recorded_at)
       SELECT $1, coalesce(max(sequence), 0) + 1, $2, $3, $4, $5, $6, $7, clock_timestamp()
       FROM consent_record WHERE organisation_id = $1`,
      [this.organisationId, kind, decision, version, textHash, language, personId],
    );
  }
}
