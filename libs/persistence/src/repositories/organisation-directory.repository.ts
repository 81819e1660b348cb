import { type EntityManager, In } from 'typeorm';
import { OrganisationEntity } from '../entities/index.js';
import { keyset, type Page, pageOf, type PageRequest, type Position } from '../keyset.js';
import { rowsOf } from '../rows.js';
import { LAST_VERIFICATIONS, type VerificationState } from './verification.repository.js';

export interface DirectoryFilter {
  readonly state?: VerificationState | undefined;
  readonly country?: string | undefined;
  /** Part of a name in any language, however it is capitalised. */
  readonly name?: string | undefined;
}

const SORT_KEY = {
  columns: [
    { name: 'o.created_at', type: 'timestamptz' },
    { name: 'o.id', type: 'uuid' },
  ],
  direction: 'DESC',
} as const;
const IS_VERIFIED = `coalesce(v.state = 'verified' AND v.is_of_present_facts, false)`;

/** All organisations that the actor may know of: every one, for an operator. */
export class OrganisationDirectoryRepository {
  constructor(private readonly manager: EntityManager) {}

  /** A page of them, the latest first. */
  async page(
    { state, country, name }: DirectoryFilter,
    request: PageRequest,
  ): Promise<Page<OrganisationEntity>> {
    const { condition, order, position, parameters } = keyset(SORT_KEY, request, 4);
    const rows = await rowsOf<{ id: string; position: Position }>(
      this.manager,
      `SELECT o.id, ${position} AS position
       FROM organisation o LEFT JOIN (${LAST_VERIFICATIONS}) AS v ON v.organisation_id = o.id
       WHERE ($1::boolean IS NULL OR ${IS_VERIFIED} = $1) AND ($2::text IS NULL OR o.country = $2)
         AND ($3::text IS NULL OR concat_ws(chr(10), o.name_th, o.name_ja, o.name_en) ILIKE $3)
         AND ${condition} ORDER BY ${order}`,
      [
        state === undefined ? null : state === 'verified',
        country ?? null,
        name === undefined ? null : `%${name.replace(/[\\%_]/g, '\\$&')}%`,
        ...parameters,
      ],
    );
    const page = pageOf(rows, request, (row) => row.position);
    const ids = page.rows.map(({ id }) => id);
    const found = await this.manager.findBy(OrganisationEntity, { id: In(ids) });
    const entities = new Map(found.map((each) => [each.id, each]));
    return { rows: ids.flatMap((id) => entities.get(id) ?? []), next: page.next };
  }
}
