import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IS_OPERATOR } from './1764000400000-people.js';
import { OPEN_SESSION, OPEN_TOKEN } from './1764000900000-sessions-mail-retention.js';
import { ERASURE_OBSTACLES } from './1764001000000-erasure-and-retention.js';
import { changing, replacing } from './row-level-security.js';

/**
 * Who was made up for a demonstration is nobody where it is off, though the rows stay: for them to
 * be somebody, a service has to say on its connection that it is a demonstration. One that says
 * nothing, as in production, is none.
 */
export class DemonstrationOff1764001400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAKES_PART);
    for (const { becomes } of CHANGED) await runner.query(replacing(becomes));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { as } of CHANGED) await runner.query(replacing(as));
    await runner.query('DROP FUNCTION takes_part');
  }
}

const TAKES_PART = `
  CREATE FUNCTION takes_part(is_synthetic boolean) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT NOT is_synthetic OR coalesce(current_setting('app.demonstration', true), '') = 'on' $$;
`;

const PERSON = (column: string) =>
  `JOIN person who ON who.id = ${column} AND takes_part(who.is_synthetic)`;

/** The functions as they were made, and with what each asks in addition. */
const CHANGED = [
  changed(
    changing(OPEN_SESSION),
    'p.erased_at IS NULL',
    'p.erased_at IS NULL AND takes_part(p.is_synthetic)',
  ),
  // Of an organisation that is made up, or made by somebody who is.
  changed(
    changing(OPEN_TOKEN),
    't.scopes FROM api_token t',
    `t.scopes FROM api_token t
      JOIN organisation o ON o.id = t.organisation_id AND takes_part(o.is_synthetic)
      ${PERSON('t.created_by')}`,
  ),
  changed(
    IS_OPERATOR,
    's.person_id = r.person_id',
    `s.person_id = r.person_id ${PERSON('r.person_id')}`,
  ),
  // The only operator is who has no other beside them that can act.
  changed(
    changing(ERASURE_OBSTACLES),
    'platform_role other',
    `platform_role other ${PERSON('other.person_id')}`,
  ),
] as const;

interface Changed {
  readonly as: string;
  readonly becomes: string;
}

function changed(as: string, part: string, becomes: string): Changed {
  if (as.split(part).length !== 2) throw new Error(`not once in the function: ${part}`);
  return { as, becomes: as.replace(part, becomes) };
}
