import { randomUUID } from 'node:crypto';
import type { OrganisationRole, PlatformRole } from '@sukoyaka/access';
import { newToken, tokenHash } from '@sukoyaka/credentials';
import { DomainError, type Locale } from '@sukoyaka/kernel';
import type { TenantTransaction, Transaction } from '@sukoyaka/persistence';
import { inSeconds, INVITATION_SECONDS } from './lifetimes.js';
import { LINKS } from './links.js';
import { postMail, type Sender } from './mail.js';
import { nameIn } from './names.js';
import { DEFAULT_TIME_ZONE } from './time-zone.js';

const MOST_OPEN_INVITATIONS = 200;
/** In whose name a mail invites to a role beside organisations when nobody of the staff does. */
const SERVICE = 'Sukoyaka';

interface Invited {
  /** In the form in which addresses are kept. */
  readonly email: string;
  readonly language: Locale;
  /** Who invites; null for the service itself. */
  readonly invitedBy: string | null;
}

export interface InvitedMember extends Invited {
  readonly role: OrganisationRole;
  readonly membershipEndsAt: Date | null;
  /** Why an operator invites; null where the organisation itself does. */
  readonly reason: string | null;
}

export interface InvitedStaff extends Invited {
  readonly role: PlatformRole;
  /** Of a ministry analyst; of an operator none. */
  readonly countries: readonly string[];
}

/** What was sent. The path holds the token, which is kept nowhere. */
export interface SentInvitation {
  readonly id: string;
  readonly path: string;
  readonly expiresAt: Date;
}

/**
 * Invites to the transaction's organisation, by mail. An earlier invitation of the address that is
 * open ends.
 * @throws DomainError ORGANISATION_NOT_FOUND, TOO_MANY_INVITATIONS, OWNER_HAS_NO_END.
 */
export async function inviteMember(
  tx: TenantTransaction,
  sender: Sender,
  invited: InvitedMember,
): Promise<SentInvitation> {
  const [id, token, { tenantId }] = [randomUUID(), newToken(), tx];
  if (invited.role === 'owner' && invited.membershipEndsAt !== null) {
    throw new DomainError('OWNER_HAS_NO_END');
  }
  const organisation = await tx.organisation.find();
  if (organisation === null) throw new DomainError('ORGANISATION_NOT_FOUND');
  await tx.invitations.lock(tenantId);
  const open = await tx.invitations.listOpen(tenantId);
  if (open.length >= MOST_OPEN_INVITATIONS) throw new DomainError('TOO_MANY_INVITATIONS');
  for (const each of open.filter(({ email }) => email === invited.email)) {
    await tx.invitations.revoke(tenantId, each.id);
  }
  const row = { id, ...invited, tokenHash: tokenHash(token) };
  await tx.invitations.insert(tenantId, row, INVITATION_SECONDS);
  const sent = { id, path: LINKS.invitation(token), expiresAt: inSeconds(INVITATION_SECONDS) };
  await mailToMember(tx, sender, invited, nameIn(organisation, invited.language), sent);
  tx.audit.note({ action: 'member.invited', objectId: id, after: { role: invited.role } });
  return sent;
}

async function mailToMember(
  tx: TenantTransaction,
  sender: Sender,
  { email, role, language, invitedBy }: InvitedMember,
  organisation: string,
  { path, expiresAt }: SentInvitation,
): Promise<void> {
  const { name: inviter, timeZone } = await inviterOf(tx, invitedBy, organisation);
  const to = { email, name: null, language, timeZone };
  const said = { organisation, role, inviter, link: path, expiresAt };
  await postMail(tx, sender, 'invitation', to, said);
}

/**
 * Invites to a role beside organisations, by mail. An earlier invitation to the role is void.
 * @throws DomainError STAFF_ROLE_EXISTS.
 */
export async function inviteStaff(
  tx: Transaction,
  sender: Sender,
  invited: InvitedStaff,
): Promise<SentInvitation> {
  const [id, token] = [randomUUID(), newToken()];
  const { email, role, countries, language, invitedBy } = invited;
  await tx.staff.lockInvitations();
  if (await tx.staff.hasRole(email, role)) throw new DomainError('STAFF_ROLE_EXISTS');
  for (const earlier of await tx.staff.openInvitationsOf(email, role)) {
    await revokeStaffInvitation(tx, earlier);
  }
  await tx.staff.invite({ id, ...invited, tokenHash: tokenHash(token) }, INVITATION_SECONDS);
  const sent = { id, path: LINKS.staffInvitation(token), expiresAt: inSeconds(INVITATION_SECONDS) };
  const { name: inviter, timeZone } = await inviterOf(tx, invitedBy, SERVICE);
  const to = { email, name: null, language, timeZone };
  const said = { role, countries, inviter, link: sent.path, expiresAt: sent.expiresAt };
  await postMail(tx, sender, 'staff-invitation', to, said);
  const after = { role, countries };
  tx.audit.notePlatform({ action: 'person.invited', objectId: id, after });
  return sent;
}

/** Takes an invitation to a role back; false where none of the id is open. */
export async function revokeStaffInvitation(tx: Transaction, id: string): Promise<boolean> {
  if (!(await tx.staff.revokeInvitation(id))) return false;
  tx.audit.notePlatform({ action: 'staff-invitation.revoked', objectId: id });
  return true;
}

async function inviterOf(tx: Transaction, personId: string | null, otherwise: string) {
  const person = personId === null ? null : await tx.people.find(personId);
  return { name: person?.name ?? otherwise, timeZone: person?.timeZone ?? DEFAULT_TIME_ZONE };
}
