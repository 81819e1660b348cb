import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { emailOf, inSeconds, INVITATION_SECONDS, LINKS } from '@sukoyaka/accounts';
import type { OrganisationRole } from '@sukoyaka/access';
import { newToken, tokenHash } from '@sukoyaka/credentials';
import {
  type Actor,
  Database,
  type InvitationRow,
  type MemberRow,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import { assertRight } from '../../platform/identity/rights.js';
import { Postman } from '../../platform/mail/postman.js';
import { conflict } from '../../platform/problems/conflict.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { organisationIn } from '../organisations/organisations.service.js';
import { nameIn } from '../organisations/organisations.mapper.js';
import type { InvitationInDto, InvitationOutDto, MemberOutDto } from './dto/member.dto.js';

const MOST_OPEN_INVITATIONS = 200;

/** When a membership ends whose last day, in UTC, this is. @throws RequestProblem MEMBERSHIP_END_PAST. */
export function lastMomentOf(day: string): Date {
  const moment = new Date(`${day}T23:59:59.999Z`);
  if (moment.getTime() < Date.now()) throw new RequestProblem('MEMBERSHIP_END_PAST');
  return moment;
}

/** Who takes part in an organisation, and who is asked to. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly postman: Postman,
  ) {}

  list(actor: Actor, organisationId: string): Promise<readonly MemberOutDto[]> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'members.read');
      return (await tx.memberships.list(organisationId)).map(shownMember);
    });
  }

  /** @throws RequestProblem MEMBER_NOT_FOUND, VERSION_CONFLICT, LAST_OWNER. */
  setRole(
    actor: Actor,
    organisationId: string,
    personId: string,
    role: OrganisationRole,
    version: number,
  ): Promise<MemberOutDto> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'members.manage');
      const owners = await tx.memberships.lockOwners(organisationId);
      const before = await memberIn(tx, personId);
      if (role !== 'owner') assertOtherOwner(owners, personId);
      const isSet = await tx.memberships.setRole(organisationId, personId, role, version);
      const current = shownMember(await memberIn(tx, personId));
      if (!isSet) throw conflict(version, current);
      tx.audit.note({
        action: 'member.role-changed',
        objectId: personId,
        before: { role: before.role },
        after: { role },
      });
      return current;
    });
  }

  /** Takes a member out; anybody may go by themself. @throws RequestProblem MEMBER_NOT_FOUND, LAST_OWNER. */
  remove(actor: Actor, organisationId: string, personId: string): Promise<void> {
    const isOwn = actor.kind === 'person' && actor.personId === personId;
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, isOwn ? 'organisation.read' : 'members.manage');
      const { role } = await memberIn(tx, personId);
      if (role === 'owner') {
        assertOtherOwner(await tx.memberships.lockOwners(organisationId), personId);
      }
      // Noted while the right to is there.
      const action = isOwn ? 'member.left' : 'member.removed';
      tx.audit.note({ action, objectId: personId, before: { role } });
      if (!(await tx.memberships.remove(organisationId, personId))) {
        throw new RequestProblem('MEMBER_NOT_FOUND');
      }
    });
  }

  /** Mails an invitation. @throws RequestProblem TOO_MANY_INVITATIONS, MEMBERSHIP_END_PAST. */
  invite(actor: Actor, organisationId: string, dto: InvitationInDto): Promise<InvitationOutDto> {
    const [id, token, email] = [randomUUID(), newToken(), emailOf(dto.email)];
    const invitedBy = actor.kind === 'person' ? actor.personId : null;
    const membershipEndsAt = dto.endsOn == null ? null : lastMomentOf(dto.endsOn);
    const { role, language } = dto;
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'members.manage');
      const open = await tx.invitations.listOpen(organisationId);
      if (open.length >= MOST_OPEN_INVITATIONS) throw new RequestProblem('TOO_MANY_INVITATIONS');
      for (const each of open.filter((other) => other.email === email)) {
        await tx.invitations.revoke(organisationId, each.id);
      }
      const invitation = { id, email, role, language, invitedBy, membershipEndsAt };
      await tx.invitations.insert(
        organisationId,
        { ...invitation, tokenHash: tokenHash(token) },
        INVITATION_SECONDS,
      );
      await this.#mail(tx, { ...invitation, token });
      tx.audit.note({ action: 'member.invited', objectId: id, after: { role } });
      const made = (await tx.invitations.listOpen(organisationId)).find((each) => each.id === id);
      if (made === undefined) throw new Error('an invitation that was just made is open');
      return shownInvitation(made);
    });
  }

  listInvitations(actor: Actor, organisationId: string): Promise<readonly InvitationOutDto[]> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'members.manage');
      return (await tx.invitations.listOpen(organisationId)).map(shownInvitation);
    });
  }

  /** @throws RequestProblem INVITATION_NOT_FOUND. */
  revoke(actor: Actor, organisationId: string, id: string): Promise<void> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'members.manage');
      if (!(await tx.invitations.revoke(organisationId, id))) {
        throw new RequestProblem('INVITATION_NOT_FOUND');
      }
      tx.audit.note({ action: 'invitation.revoked', objectId: id });
    });
  }

  async #mail(
    tx: TenantTransaction,
    { email, role, language, invitedBy, token }: MailedInvitation,
  ): Promise<void> {
    const inviter = invitedBy === null ? null : await tx.people.find(invitedBy);
    const timeZone = inviter?.timeZone ?? 'Asia/Bangkok';
    const organisation = nameIn(await organisationIn(tx), language);
    const expiresAt = inSeconds(INVITATION_SECONDS);
    await this.postman.post(
      tx,
      'invitation',
      { email, name: null, language, timeZone },
      {
        organisation,
        role,
        inviter: inviter?.name ?? organisation,
        link: LINKS.invitation(token),
        expiresAt,
      },
    );
  }
}

type MailedInvitation = Pick<InvitationRow, 'email' | 'role' | 'language' | 'invitedBy'> & {
  readonly token: string;
};

/** @throws RequestProblem MEMBER_NOT_FOUND. */
async function memberIn(tx: TenantTransaction, personId: string): Promise<MemberRow> {
  const member = await tx.memberships.find(tx.tenantId, personId);
  if (member === null) throw new RequestProblem('MEMBER_NOT_FOUND');
  return member;
}

/** @throws RequestProblem LAST_OWNER when `personId` is the only one. */
function assertOtherOwner(owners: readonly string[], personId: string): void {
  if (owners.length === 1 && owners[0] === personId) throw new RequestProblem('LAST_OWNER');
}

function shownMember(member: MemberRow): MemberOutDto {
  const { joinedAt, endsAt, ...rest } = member;
  return { ...rest, joinedAt: joinedAt.toISOString(), endsAt: endsAt?.toISOString() ?? null };
}

function shownInvitation(row: InvitationRow): InvitationOutDto {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    membershipEndsAt: row.membershipEndsAt?.toISOString() ?? null,
  };
}
