import { inviteMember, inviteStaff, type SentInvitation } from '@sukoyaka/accounts';
import { LOCALES, type Locale } from '@sukoyaka/kernel';
import { serviceActor } from '@sukoyaka/persistence';
import { type Installation, withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { addressOf, showLink } from '../view/link.js';
import { assertOrganisation } from './user-create.js';
import {
  address,
  language,
  type Position,
  type PositionOptions,
  positionOf,
} from './user-options.js';

interface Options extends PositionOptions {
  readonly email: string;
  readonly language: Locale;
}

export function userInviteCommand(user: LocalisedCommand, session: Session): void {
  const { t } = session;
  user
    .nest('invite', 'user-invite')
    .requiredOption('--email <address>', t('option.email'), address)
    .option(`--language <${LOCALES.join('|')}>`, t('option.person-language'), language, 'th')
    .option('--role <role>', t('option.role'))
    .option('--countries <codes>', t('option.countries'))
    .option('--organisation <id>', t('option.organisation'))
    .action((options: Options) => invite(session, options));
}

/** @throws Refusal POSITION_MISSING */
async function invite(session: Session, options: Options): Promise<void> {
  const { email } = options;
  const position = positionOf(options);
  if (position === undefined) throw new Refusal('POSITION_MISSING');
  const shown = await withInstallation(session, async (installation) => {
    const { path, expiresAt } = await send(installation, options, position);
    return { email, link: addressOf(installation.origin, path, options.language), expiresAt };
  });
  showLink(session, 'user.invited', shown);
}

function send(
  installation: Installation,
  { email, language: spoken }: Options,
  position: Position,
): Promise<SentInvitation> {
  const { database } = installation;
  const invited = { email, language: spoken, invitedBy: null };
  if (position.of === 'staff') {
    const { role, countries } = position;
    const staff = { ...invited, role, countries };
    return database.as(serviceActor(null), (tx) => inviteStaff(tx, installation, staff));
  }
  const member = { ...invited, role: position.role, membershipEndsAt: null, reason: null };
  return database.inTenant(serviceActor(null), position.organisation, async (tx) => {
    await assertOrganisation(tx);
    return inviteMember(tx, installation, member);
  });
}
