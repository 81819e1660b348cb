/**
 * The statements that let a role see and write only the rows of one tenant, the one that the
 * transaction names in `app.tenant`; without a name it sees none. `nullif` because a recycled
 * connection has an empty string there, which is no uuid. FORCE holds for the owner too.
 */
export function isolateByTenant(table: string, column = 'organisation_id'): string {
  const own = `${column} = nullif(current_setting('app.tenant', true), '')::uuid`;
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY ${table}_of_tenant ON ${table} USING (${own}) WITH CHECK (${own});
  `;
}
