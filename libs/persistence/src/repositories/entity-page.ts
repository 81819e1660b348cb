import { type EntityManager, type EntityTarget, type FindOptionsWhere, In } from 'typeorm';
import { BY_AGE, keyset, type Page, pageOf, type PageRequest, type Position } from '../keyset.js';
import { rowsOf } from '../rows.js';

interface Row {
  readonly organisationId: string;
  readonly id: string;
  readonly createdAt: Date;
}

/** A page of an organisation's rows by the time of their making. */
export async function pageByAge<Entity extends Row>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  organisationId: string,
  request: PageRequest,
  direction: 'ASC' | 'DESC',
): Promise<Page<Entity>> {
  const key = { ...BY_AGE, direction };
  const { condition, order, position, parameters } = keyset(key, request, 2);
  const { rows, next } = pageOf(
    await rowsOf<{ id: string; position: Position }>(
      manager,
      `SELECT id, ${position} AS position FROM ${manager.getRepository(entity).metadata.tableName}
       WHERE organisation_id = $1 AND ${condition} ORDER BY ${order}`,
      [organisationId, ...parameters],
    ),
    request,
    (row) => row.position,
  );
  const where = { organisationId, id: In(rows.map(({ id }) => id)) };
  const found = await manager.findBy(entity, where as unknown as FindOptionsWhere<Entity>);
  const entities = new Map(found.map((each) => [each.id, each]));
  return { rows: rows.flatMap(({ id }) => entities.get(id) ?? []), next };
}
