import { Injectable } from '@nestjs/common';
import { emailOf, endOfDay, inviteMember } from '@sukoyaka/accounts';
import type { OrganisationRole } from '@sukoyaka/access';
import {
  type Actor,
  Database,
  type InvitationRow,
  type MemberRow,
  type OpenSession,
  type Page,
  type PageRequest,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { MailThrottle } from '../../platform/mail/mail-throttle.js';
import { assertRight } from '../../platform/identity/rights.js';
import { conflict } from '../../platform/problems/conflict.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { InvitationInDto, InvitationOutDto, MemberOutDto } from './dto/member.dto.js';

/** When a membership ends whose last day, in UTC, this is. @throws RequestProblem MEMBERSHIP_END_PAST. */
export function lastMomentOf(day: string): Date {
  const moment = endOfDay(day);
  if (moment.getTime() < Date.now()) throw new RequestProblem('MEMBERSHIP_END_PAST');
  return moment;
}

/** Who takes part in an organisation, and who is asked to. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly throttle: MailThrottle,
  ) {}

  list(actor: Actor, organisationId: string, page: PageRequest): Promise<Page<MemberOutDto>> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'members.read');
      const { rows, next } = await tx.memberships.page(organisationId, page);
      return { rows: rows.map(shownMember), next };
    });
  }

  /** @throws RequestProblem MEMBER_NOT_FOUND, VERSION_CONFLICT, LAST_OWNER, OWNER_HAS_NO_END. */
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
      else if (before.endsAt !== null) throw new RequestProblem('OWNER_HAS_NO_END');
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

  /** Mails an invitation. @throws RequestProblem TOO_MANY_INVITATIONS, TOO_MANY_REQUESTS, MEMBERSHIP_END_PAST, OWNER_HAS_NO_END. */
  invite(
    actor: Actor,
    { personId: invitedBy }: OpenSession,
    organisationId: string,
    dto: InvitationInDto,
  ): Promise<InvitationOutDto> {
    const email = emailOf(dto.email);
    const membershipEndsAt = dto.endsOn == null ? null : lastMomentOf(dto.endsOn);
    const { role, language } = dto;
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'members.manage');
      await this.throttle.assertFewInvitations(tx, invitedBy, email);
      const member = { email, role, language, invitedBy, membershipEndsAt, reason: null };
      const { id } = await inviteMember(tx, this.config, member);
      const made = await tx.invitations.find(organisationId, id);
      if (made === null) throw new Error('an invitation that was just made is there');
      return shownInvitation(made);
    });
  }

  listInvitations(
    actor: Actor,
    organisationId: string,
    page: PageRequest,
  ): Promise<Page<InvitationOutDto>> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'members.manage');
      const { rows, next } = await tx.invitations.pageOpen(organisationId, page);
      return { rows: rows.map(shownInvitation), next };
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
}

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
  const { personId, name, email, role, joinedAt, endsAt, version } = member;
  const times = { joinedAt: joinedAt.toISOString(), endsAt: endsAt?.toISOString() ?? null };
  return { personId, name, email, role, ...times, version };
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
    reason: row.reason,
  };
}
