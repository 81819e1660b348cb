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

const NAMES = ['name_th', 'name_ja', 'name_en'];
const REVISED = ['version', 'updated_at'];

/**
 * What it may change of a row that is there. All else stays as it was inserted: whose a row is, who
 * made it when, which role somebody was invited to, for which reason a company's answers were opened.
 */
export const CHANGEABLE: Readonly<Record<string, readonly string[]>> = {
  organisation: [
    ...NAMES,
    'country',
    'registration_type',
    'registration_number',
    'isic_section',
    'industry_scheme',
    'industry_code',
    'employees',
    'ownership',
    'group_name',
    'group_registration_type',
    'group_registration_number',
    ...REVISED,
  ],
  site: [...NAMES, 'country', 'place', 'employees', ...REVISED],
  assessment: ['status', 'submitted_at', 'scored_at', 'wave_id'],
  assessment_section: ['answers', ...REVISED],
  person: ['name', 'language', 'time_zone', 'version'],
  password_credential: ['hash', 'changed_at'],
  totp_credential: ['sealed_secret', 'confirmed_at', 'last_step', 'created_at'],
  recovery_code: ['used_at'],
  passkey: ['counter', 'is_backed_up', 'last_used_at'],
  external_identity: ['last_used_at'],
  session: ['token_hash', 'authenticated_at'],
  one_time_link: ['used_at'],
  throttle: ['failures', 'last_failure_at', 'blocked_until'],
  platform_role: ['countries'],
  staff_invitation: ['accepted_at', 'accepted_by', 'revoked_at'],
  membership: ['role', 'version'],
  invitation: ['accepted_at', 'accepted_by', 'revoked_at'],
  api_token: ['revoked_at'],
  operator_access: ['closed_at'],
  access_grant: ['revoked_at', 'revoked_by'],
  wave: ['closes_at', 'closed_at', 'version'],
  audit_head: ['sequence', 'hash', 'mac'],
  outbox_mail: ['sent_at', 'attempts', 'sealed_message', 'next_attempt_at'],
};

/** What the application's role may call, itself or by the rules of the tables. */
export const CALLABLE = [
  'access_operators',
  'acting_person',
  'acting_tenant',
  'audit_actor_names',
  'carry_out_retention',
  'enter',
  'erase_assessments',
  'erase_person',
  'erase_unused_accounts',
  'erasure_obstacles',
  'grant_counterparts',
  'grant_owners_to_tell',
  'granted_assessments',
  'granted_reading',
  'granted_reports',
  'granted_result',
  'has_right',
  'identifying_facts_hash',
  'inviting_organisations',
  'is_awaited',
  'is_founder',
  'is_invited',
  'is_invited_to_staff',
  'is_operator',
  'known_people',
  'latest_consent',
  'open_session',
  'open_token',
  'organisation_names',
  'own_organisations',
  'owners_to_tell',
  'personal_data',
  'presented_key',
  'published_organisations',
  'readable_grants',
  'rights_here',
  'takes_part',
  'tenant_with',
  'verifier_name',
  'wave_taking',
];
/** For other functions only, and for triggers. */
const INNER_FUNCTIONS = ['refuse_change', 'refuse_reopening', 'remove_person'];

/**
 * Tables of one's own would hide those of the database from whatever else uses the connection, and
 * functions of one's own those that the owner's functions call. Left to who owns the database where
 * that is another role.
 */
const NOTHING_OF_ONES_OWN = [
  "format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database())",
  "'REVOKE CREATE ON SCHEMA public FROM PUBLIC'",
].map(
  (statement) => `
  DO $$ BEGIN
    EXECUTE ${statement};
  EXCEPTION WHEN insufficient_privilege THEN NULL;
  END $$`,
);

/** The statements that give `role` exactly these privileges, whatever it and others had before. */
export function grantStatements(role: string): readonly string[] {
  const grants = Object.entries(PRIVILEGES).map(([table, privileges]) => {
    const columns = CHANGEABLE[table]?.join(', ') ?? '';
    const granted = privileges.map((each) => (each === 'UPDATE' ? `UPDATE (${columns})` : each));
    return `GRANT ${granted.join(', ')} ON ${table} TO ${role}`;
  });
  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
    `REVOKE CREATE ON SCHEMA public FROM ${role}`,
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    ...grants,
    // Those of the owner that decide about rights answer whoever may call them.
    `REVOKE ALL ON FUNCTION ${[...CALLABLE, ...INNER_FUNCTIONS].join(', ')} FROM PUBLIC, ${role}`,
    `GRANT EXECUTE ON FUNCTION ${CALLABLE.join(', ')} TO ${role}`,
    ...NOTHING_OF_ONES_OWN,
  ];
}
