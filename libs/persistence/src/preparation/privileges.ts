/** What the application's role may do with each table; everything else it may not. */
export const PRIVILEGES: Readonly<Record<string, readonly string[]>> = {
  organisation: ['SELECT', 'INSERT', 'UPDATE'],
  site: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  assessment: ['SELECT', 'INSERT', 'UPDATE'],
  assessment_section: ['SELECT', 'INSERT', 'UPDATE'],
  evaluation_result: ['SELECT', 'INSERT'],
  idempotency_record: ['SELECT', 'INSERT'],
  installation_event: ['SELECT', 'INSERT'],
  kept_edition: ['SELECT', 'INSERT'],
  reference_cohort: ['SELECT', 'INSERT'],
};

/** The statements that give `role` exactly these privileges, whatever it had before. */
export function grantStatements(role: string): readonly string[] {
  const grants = Object.entries(PRIVILEGES).map(
    ([table, privileges]) => `GRANT ${privileges.join(', ')} ON ${table} TO ${role}`,
  );
  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    ...grants,
  ];
}
