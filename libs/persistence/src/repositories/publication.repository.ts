import type { EntityManager } from 'typeorm';
import { type Page, pageOf, type PageRequest } from '../keyset.js';
import { rowsOf } from '../rows.js';

/** An organisation that agrees to be named. */
export interface PublishedRow {
  readonly id: string;
  readonly nameTh: string | null;
  readonly nameJa: string | null;
  readonly nameEn: string | null;
  readonly country: string;
  readonly isicSection: string | null;
  readonly isSynthetic: boolean;
  readonly assessments: readonly {
    readonly edition: string;
    /** ISO dates. */
    readonly periodStart: string;
    readonly periodEnd: string;
  }[];
}

export interface PublishedQuery {
  /** Versions of the text a consent to which still holds. */
  readonly versions: readonly string[];
  /** Days since an assessment was scored after which it is not shown any more. */
  readonly days: number;
  readonly country: string | null;
  readonly page: PageRequest;
}

/** The public list, which anybody may read. */
export class PublicationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** In the order of ids, which are drawn by chance. */
  async list({ versions, days, country, page }: PublishedQuery): Promise<Page<PublishedRow>> {
    const rows = await rowsOf<PublishedRow>(
      this.manager,
      `SELECT id, name_th AS "nameTh", name_ja AS "nameJa", name_en AS "nameEn", country,
         isic_section AS "isicSection", is_synthetic AS "isSynthetic", assessments
       FROM published_organisations($1, now() - make_interval(days => $2), $3, $4, $5)`,
      [versions, days, country, page.after?.[0] ?? null, page.limit + 1],
    );
    return pageOf(rows, page, ({ id }) => [id]);
  }
}
