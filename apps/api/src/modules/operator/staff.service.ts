import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { emailOf, inSeconds, INVITATION_SECONDS, LINKS } from '@sukoyaka/accounts';
import type { PlatformRole } from '@sukoyaka/access';
import { newToken, tokenHash } from '@sukoyaka/credentials';
import {
  type Actor,
  Database,
  type OpenSession,
  type StaffInvitationRow,
  type Transaction,
} from '@sukoyaka/persistence';
import { Postman } from '../../platform/mail/postman.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { lastMomentOf } from '../members/members.service.js';
import { nameIn } from '../organisations/organisations.mapper.js';
import { organisationIn } from '../organisations/organisations.service.js';
import { assertCountries } from './directory.service.js';
import type {
  AssessorInDto,
  StaffInvitationInDto,
  StaffInvitationOutDto,
  StaffOutDto,
} from './operator.dto.js';

/** Who has a role beside organisations, and the assessors whom operators name. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly postman: Postman,
  ) {}

  list(actor: Actor): Promise<StaffOutDto> {
    return this.database.as(actor, async (tx) => ({
      staff: (await tx.staff.list()).map(({ givenAt: _givenAt, ...member }) => member),
      invitations: (await tx.staff.listOpenInvitations()).map(shownInvitation),
    }));
  }

  /** An earlier invitation to the role is void. @throws RequestProblem COUNTRIES_INVALID, STAFF_ROLE_EXISTS. */
  invite(
    actor: Actor,
    { personId, timeZone }: OpenSession,
    { email: typed, language, role, countries: given }: StaffInvitationInDto,
  ): Promise<StaffInvitationOutDto> {
    const countries = given ?? [];
    assertCountries(role, countries);
    const [id, token, email] = [randomUUID(), newToken(), emailOf(typed)];
    const expiresAt = inSeconds(INVITATION_SECONDS);
    return this.database.as(actor, async (tx) => {
      if (await hasRole(tx, email, role)) throw new RequestProblem('STAFF_ROLE_EXISTS');
      for (const earlier of await tx.staff.listOpenInvitations()) {
        if (earlier.email === email && earlier.role === role) await revoke(tx, earlier.id);
      }
      const invitation = { id, email, language, role, countries };
      const row = { ...invitation, tokenHash: tokenHash(token), invitedBy: personId };
      await tx.staff.invite(row, INVITATION_SECONDS);
      const inviter = (await tx.people.find(personId))?.name ?? '–';
      const link = LINKS.staffInvitation(token);
      const to = { email, name: null, language, timeZone };
      const said = { role, countries, inviter, link, expiresAt };
      await this.postman.post(tx, 'staff-invitation', to, said);
      const after = { role, countries };
      tx.audit.notePlatform({ action: 'person.invited', objectId: id, after });
      return shownInvitation({ ...invitation, expiresAt });
    });
  }

  /** Takes an invitation back. @throws RequestProblem INVITATION_NOT_FOUND. */
  revoke(actor: Actor, id: string): Promise<void> {
    return this.database.as(actor, (tx) => revoke(tx, id));
  }

  /** @throws RequestProblem STAFF_NOT_FOUND, LAST_OPERATOR. */
  withdraw(actor: Actor, personId: string, role: PlatformRole): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const operators = await tx.staff.lockOperators();
      if (role === 'operator' && operators.length === 1 && operators[0] === personId) {
        throw new RequestProblem('LAST_OPERATOR');
      }
      if (!(await tx.staff.withdraw(personId, role))) throw new RequestProblem('STAFF_NOT_FOUND');
      const before = { role };
      tx.audit.notePlatform({ action: 'person.role-withdrawn', objectId: personId, before });
    });
  }

  /**
   * Asks an outsider to assess an organisation, for a time; it sees them among its members.
   * @throws RequestProblem MEMBERSHIP_END_PAST; ASSESSOR_IS_OPERATOR: operators read for a reason.
   */
  inviteAssessor(
    actor: Actor,
    { personId, timeZone }: OpenSession,
    organisationId: string,
    { email: typed, language, endsOn }: AssessorInDto,
  ): Promise<void> {
    const [id, token, email] = [randomUUID(), newToken(), emailOf(typed)];
    const role = 'assessor';
    const membershipEndsAt = lastMomentOf(endsOn);
    return this.database.inTenant(actor, organisationId, async (tx) => {
      const organisation = nameIn(await organisationIn(tx), language);
      if (await hasRole(tx, email, 'operator')) throw new RequestProblem('ASSESSOR_IS_OPERATOR');
      const invitation = {
        id,
        email,
        role,
        language,
        invitedBy: personId,
        membershipEndsAt,
      } as const;
      const row = { ...invitation, tokenHash: tokenHash(token) };
      await tx.invitations.insert(organisationId, row, INVITATION_SECONDS);
      const inviter = (await tx.people.find(personId))?.name ?? '–';
      const to = { email, name: null, language, timeZone };
      const link = LINKS.invitation(token);
      const expiresAt = inSeconds(INVITATION_SECONDS);
      await this.postman.post(tx, 'invitation', to, {
        organisation,
        role,
        inviter,
        link,
        expiresAt,
      });
      tx.audit.note({ action: 'member.invited', objectId: id, after: { role } });
    });
  }
}

async function hasRole(tx: Transaction, email: string, role: PlatformRole): Promise<boolean> {
  return (await tx.staff.list()).some((each) => each.email === email && each.role === role);
}

async function revoke(tx: Transaction, id: string): Promise<void> {
  if (!(await tx.staff.revokeInvitation(id))) throw new RequestProblem('INVITATION_NOT_FOUND');
  tx.audit.notePlatform({ action: 'staff-invitation.revoked', objectId: id });
}

function shownInvitation({
  id,
  email,
  role,
  countries,
  expiresAt,
}: Omit<StaffInvitationRow, 'language'>): StaffInvitationOutDto {
  return { id, email, role, countries, expiresAt: expiresAt.toISOString() };
}
