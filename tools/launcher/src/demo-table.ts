import { Keyring, parseMasterKey } from '@sukoyaka/credentials';
import { demoSignIns } from '@sukoyaka/demo';

/** The sign-ins of the demonstration, one for each role, as lines for the console. */
export function demoTable(secretKey: string, now: Date): readonly string[] {
  const master = parseMasterKey(secretKey);
  if (master === undefined) throw new Error('a key of another form has been refused');
  const rows = demoSignIns(new Keyring(master), now).map(({ role, email, password, code }) =>
    [role.padEnd(17), email.padEnd(30), password.padEnd(24), code ?? ''].join('').trimEnd(),
  );
  return [
    '  Demo, synthetic data. Sign in on the page, or with POST /api/session to try the API:',
    ...rows.map((row) => `    ${row}`),
    '    The last two need the code at the end of their line (POST /api/session/second-factor).',
    '    It changes twice a minute; "npm run -s sukoyaka -- demo accounts" shows the present one.',
  ];
}
