import { DEMO_ACCOUNTS, demoSignIns, secondsLeft } from '@sukoyaka/demo';
import type { Actor } from '@sukoyaka/persistence';
import { withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';

export function demoCommand(program: LocalisedCommand, session: Session): void {
  program
    .nest('demo')
    .nest('accounts', 'demo-accounts')
    .action(() => accounts(session));
}

/** @throws Refusal DEMO_OFF */
async function accounts(session: Session): Promise<void> {
  const { environment } = session.host;
  const isProduction = environment['NODE_ENV']?.trim() === 'production';
  if (isProduction || environment['SUKOYAKA_DEMO']?.trim() === 'off') {
    throw new Refusal('DEMO_OFF');
  }
  const now = session.host.now();
  const signIns = await withInstallation(session, async ({ database, keyring }) => {
    const actor: Actor = { kind: 'service', personId: null, correlationId: null };
    const ids = DEMO_ACCOUNTS.map(({ id }) => id);
    const there = await database.as(actor, (tx) => tx.people.findAll(ids));
    if (there.length === 0) throw new Refusal('DEMO_OFF');
    return demoSignIns(keyring, now);
  });
  const seconds = secondsLeft(now);
  for (const signIn of signIns) {
    if (session.json) {
      session.emit({ ...signIn, secondsLeft: signIn.code === null ? null : seconds });
      continue;
    }
    const { role, email, password, code } = signIn;
    const shown = code === null ? '' : session.t('demo.code', { code, seconds });
    session.print(`${role.padEnd(17)}${email.padEnd(30)}${password.padEnd(24)}${shown}`.trimEnd());
  }
}
