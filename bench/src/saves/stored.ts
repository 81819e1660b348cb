import pg from 'pg';
import type { Editor, Service } from './service.js';

/** What stands in the database after saves: version, answers, and events in the log. */
export async function storedFor({ ownerUrl }: Pick<Service, 'ownerUrl'>, editor: Editor) {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c app.maintenance=on' });
  await client.connect();
  const { rows } = await client.query(
    `SELECT version, answers,
       (SELECT count(*)::int FROM audit_event
        WHERE chain_id = s.organisation_id AND action = 'section.saved') AS events
     FROM assessment_section s WHERE assessment_id = $1 AND section_id = $2`,
    [editor.assessmentId, editor.path.split('/').at(-1)],
  );
  await client.end();
  return rows[0] as object;
}
