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
} from '@sukoyaka/persistence';
import { Postman } from '../../platform/mail/postman.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
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

  /** @throws RequestProblem COUNTRIES_INVALID. */
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

  /** Asks an outsider to assess an organisation, for a time; it sees them among its members. */
  inviteAssessor(
    actor: Actor,
    { personId, timeZone }: OpenSession,
    organisationId: string,
    { email: typed, language, endsOn }: AssessorInDto,
  ): Promise<void> {
    const [id, token, email] = [randomUUID(), newToken(), emailOf(typed)];
    const role = 'assessor';
    return this.database.inTenant(actor, organisationId, async (tx) => {
      const organisation = nameIn(await organisationIn(tx), language);
      const membershipEndsAt = new Date(`${endsOn}T23:59:59.999Z`);
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

function shownInvitation({
  id,
  email,
  role,
  countries,
  expiresAt,
}: Omit<StaffInvitationRow, 'language'>): StaffInvitationOutDto {
  return { id, email, role, countries, expiresAt: expiresAt.toISOString() };
}
