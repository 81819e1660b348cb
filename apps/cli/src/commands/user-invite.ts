import { randomUUID } from 'node:crypto';
import { inSeconds, INVITATION_SECONDS, LINKS, postMail } from '@sukoyaka/accounts';
import { newToken, tokenHash } from '@sukoyaka/credentials';
import type { Locale } from '@sukoyaka/kernel';
import type { Actor, TenantTransaction, Transaction } from '@sukoyaka/persistence';
import { type Installation, withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
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

type Staff = Extract<Position, { of: 'staff' }>;
type Membership = Extract<Position, { of: 'organisation' }>;

const CONSOLE: Actor = { kind: 'service', personId: null, correlationId: null };
/** In whose name a mail invites that nobody of the organisation has written. */
const INVITER = 'Sukoyaka';
const TIME_ZONE = 'Asia/Bangkok';

export function userInviteCommand(user: LocalisedCommand, session: Session): void {
  const { t } = session;
  user
    .nest('invite', 'user-invite')
    .requiredOption('--email <address>', t('option.email'), address)
    .option('--language <th|ja|en>', t('option.person-language'), language, 'th')
    .option('--role <role>', t('option.role'))
    .option('--countries <codes>', t('option.countries'))
    .option('--organisation <id>', t('option.organisation'))
    .action((options: Options) => invite(session, options));
}

async function invite(session: Session, options: Options): Promise<void> {
  const position = positionOf(options);
  if (position === undefined) throw new Refusal('POSITION_MISSING');
  const token = newToken();
  await withInstallation(session, (installation) => {
    const { database } = installation;
    return position.of === 'staff'
      ? database.as(CONSOLE, (tx) => inviteStaff(tx, installation, options, position, token))
      : database.inTenant(CONSOLE, position.organisation, (tx) =>
          inviteMember(tx, installation, options, position, token),
        );
  });
  const link = position.of === 'staff' ? LINKS.staffInvitation(token) : LINKS.invitation(token);
  session.showLink('user.invited', options.email, link);
}

async function inviteStaff(
  tx: Transaction,
  installation: Installation,
  { email, language: spoken }: Options,
  { role, countries }: Staff,
  token: string,
): Promise<void> {
  const id = randomUUID();
  const invitation = { id, email, language: spoken, role, countries };
  const row = { ...invitation, tokenHash: tokenHash(token), invitedBy: null };
  await tx.staff.invite(row, INVITATION_SECONDS);
  const after = { role, countries };
  tx.audit.notePlatform({ action: 'person.invited', objectId: id, after });
  const to = { email, name: null, language: spoken, timeZone: TIME_ZONE };
  await postMail(tx, installation, 'staff-invitation', to, {
    role,
    countries,
    inviter: INVITER,
    link: LINKS.staffInvitation(token),
    expiresAt: inSeconds(INVITATION_SECONDS),
  });
}

async function inviteMember(
  tx: TenantTransaction,
  installation: Installation,
  { email, language: spoken }: Options,
  { role }: Membership,
  token: string,
): Promise<void> {
  await assertOrganisation(tx);
  const id = randomUUID();
  const invitation = {
    id,
    tokenHash: tokenHash(token),
    email,
    role,
    language: spoken,
    invitedBy: null,
    membershipEndsAt: null,
  };
  await tx.invitations.insert(tx.tenantId, invitation, INVITATION_SECONDS);
  tx.audit.note({ action: 'member.invited', objectId: id, after: { role } });
  const organisation = await tx.organisation.find();
  const { nameTh = null, nameJa = null, nameEn = null } = organisation ?? {};
  const to = { email, name: null, language: spoken, timeZone: TIME_ZONE };
  await postMail(tx, installation, 'invitation', to, {
    organisation: nameTh ?? nameEn ?? nameJa ?? '',
    role,
    inviter: INVITER,
    link: LINKS.invitation(token),
    expiresAt: inSeconds(INVITATION_SECONDS),
  });
}
