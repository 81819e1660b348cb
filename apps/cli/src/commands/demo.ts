import { readDemo } from '@sukoyaka/accounts';
import { verifyPassword } from '@sukoyaka/credentials';
import { DEMO_ACCOUNTS, type DemoSignIn, demoSignIns, secondsLeft } from '@sukoyaka/demo';
import { type Database, serviceActor } from '@sukoyaka/persistence';
import { withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import { settingsIn } from '../io/settings.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { indent } from '../view/text.js';

export function demoCommand(program: LocalisedCommand, session: Session): void {
  program
    .nest('demo')
    .nest('accounts', 'demo-accounts')
    .action(() => accounts(session));
}

/** As it can be used at present: the password is null where it has been changed. */
type Shown = Omit<DemoSignIn, 'password'> & { readonly password: string | null };

/** @throws Refusal DEMO_OFF */
async function accounts(session: Session): Promise<void> {
  if (settingsIn(session.host, (read) => readDemo(read, 'on')) === 'off') {
    throw new Refusal('DEMO_OFF');
  }
  const now = session.host.now();
  const { origin, shown } = await withInstallation(session, async (installation) => {
    const made = demoSignIns(installation.keyring, now);
    return { origin: installation.origin, shown: await present(installation.database, made) };
  });
  if (shown.length === 0) throw new Refusal('DEMO_OFF');
  const seconds = secondsLeft(now);
  if (session.json) {
    const left = (code: string | null) => (code === null ? null : seconds);
    for (const each of shown) session.emit({ ...each, secondsLeft: left(each.code) });
  } else session.print(tableOf(session, shown, seconds, origin));
}

/** Those that are there, with what still holds of how they were made. */
async function present(database: Database, made: readonly DemoSignIn[]): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (const { id, email } of DEMO_ACCOUNTS) {
    const signIn = made.find((each) => each.email === email);
    const actor = serviceActor(null, id);
    const hash = await database.as(actor, async (tx) => {
      const isThere = (await tx.people.find(id))?.email === email;
      return isThere ? ((await tx.credentials.passwordHash(id)) ?? '') : undefined;
    });
    if (signIn === undefined || hash === undefined) continue;
    const isSame = hash !== '' && (await verifyPassword(hash, signIn.password));
    shown.push(isSame ? signIn : { ...signIn, password: null });
  }
  return shown;
}

function tableOf({ t }: Session, shown: readonly Shown[], seconds: number, origin: string): string {
  const rows = shown.map(({ role, email, password, code }) => {
    const said = code === null ? '' : t('demo.code', { code, seconds });
    const secret = password ?? t('demo.changed');
    return `${role.padEnd(17)}${email.padEnd(30)}${secret.padEnd(24)}${said}`.trimEnd();
  });
  return [t('demo.heading'), indent(rows.join('\n')), t('demo.where', { origin })].join('\n');
}
