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
  person: ['SELECT', 'INSERT', 'UPDATE'],
  password_credential: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  totp_credential: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  recovery_code: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  passkey: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  external_identity: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  session: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  one_time_link: ['SELECT', 'INSERT', 'UPDATE'],
  used_challenge: ['SELECT', 'INSERT'],
  throttle: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  platform_role: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  staff_invitation: ['SELECT', 'INSERT', 'UPDATE'],
  role_right: ['SELECT'],
  membership: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  invitation: ['SELECT', 'INSERT', 'UPDATE'],
  api_token: ['SELECT', 'INSERT', 'UPDATE'],
  operator_access: ['SELECT', 'INSERT', 'UPDATE'],
  access_grant: ['SELECT', 'INSERT', 'UPDATE'],
  access_grant_assessment: ['SELECT', 'INSERT'],
  organisation_verification: ['SELECT', 'INSERT'],
  consent_record: ['SELECT', 'INSERT'],
  wave: ['SELECT', 'INSERT', 'UPDATE'],
  audit_event: ['SELECT', 'INSERT'],
  audit_head: ['SELECT', 'INSERT', 'UPDATE'],
  outbox_mail: ['SELECT', 'INSERT', 'UPDATE'],
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
