import { Injectable } from '@nestjs/common';
import {
  emailOf,
  inviteMember,
  inviteStaff,
  LINKS,
  revokeStaffInvitation,
  nameIn,
} from '@sukoyaka/accounts';
import type { PlatformRole } from '@sukoyaka/access';
import { lineOf } from '@sukoyaka/kernel';
import {
  type Actor,
  Database,
  type OpenSession,
  type Page,
  type PageRequest,
  type StaffInvitationRow,
  type StaffRow,
} from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { MailThrottle } from '../../platform/mail/mail-throttle.js';
import { Postman } from '../../platform/mail/postman.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { lastMomentOf } from '../members/members.service.js';
import { organisationIn } from '../organisations/organisations.service.js';
import type {
  AssessorInDto,
  StaffInvitationInDto,
  StaffInvitationOutDto,
  StaffMemberOutDto,
} from './operator.dto.js';

/** For how long an assessor is named: a round lasts no longer. The database holds to it too. */
const LONGEST_TERM_DAYS = 366;
const DAY = 24 * 3600 * 1000;

/** Who has a role beside organisations, and the assessors whom operators name. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly throttle: MailThrottle,
    private readonly postman: Postman,
  ) {}

  list(actor: Actor, page: PageRequest): Promise<Page<StaffMemberOutDto>> {
    return this.database.as(actor, async (tx) => {
      const { rows, next } = await tx.staff.page(page);
      return { rows: rows.map(shownMember), next };
    });
  }

  listInvitations(actor: Actor, page: PageRequest): Promise<Page<StaffInvitationOutDto>> {
    return this.database.as(actor, async (tx) => {
      const { rows, next } = await tx.staff.pageOpenInvitations(page);
      return { rows: rows.map(shownInvitation), next };
    });
  }

  /** An earlier invitation to the role is void. @throws RequestProblem COUNTRIES_INVALID, STAFF_ROLE_EXISTS. */
  invite(
    actor: Actor,
    { personId }: OpenSession,
    { email: typed, language, role, countries: given }: StaffInvitationInDto,
  ): Promise<StaffInvitationOutDto> {
    const countries = given ?? [];
    assertCountries(role, countries);
    const email = emailOf(typed);
    return this.database.as(actor, async (tx) => {
      await this.throttle.assertFewInvitations(tx, personId, email);
      const invited = { email, language, role, countries, invitedBy: personId };
      const { id, expiresAt } = await inviteStaff(tx, this.config, invited);
      return shownInvitation({ id, email, role, countries, expiresAt });
    });
  }

  /** Takes an invitation back. @throws RequestProblem INVITATION_NOT_FOUND. */
  revoke(actor: Actor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      if (!(await revokeStaffInvitation(tx, id))) throw new RequestProblem('INVITATION_NOT_FOUND');
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

  /**
   * Asks an outsider to assess an organisation, for a time and a reason, and tells its owners; it
   * sees them among its members.
   * @throws RequestProblem MEMBERSHIP_END_PAST, ASSESSOR_TERM_TOO_LONG; ASSESSOR_IS_OPERATOR:
   *   operators read by an access.
   */
  inviteAssessor(
    actor: Actor,
    { personId }: OpenSession,
    organisationId: string,
    { email: typed, language, endsOn, reason: why }: AssessorInDto,
  ): Promise<void> {
    const [email, role, invitedBy] = [emailOf(typed), 'assessor', personId] as const;
    const [membershipEndsAt, reason] = [lastMomentOf(endsOn), lineOf(why)];
    if (membershipEndsAt.getTime() > Date.now() + LONGEST_TERM_DAYS * DAY) {
      throw new RequestProblem('ASSESSOR_TERM_TOO_LONG', { days: LONGEST_TERM_DAYS });
    }
    return this.database.inTenant(actor, organisationId, async (tx) => {
      const organisation = await organisationIn(tx);
      const isOperator = await tx.staff.hasRole(email, 'operator');
      if (isOperator) throw new RequestProblem('ASSESSOR_IS_OPERATOR');
      await this.throttle.assertFewInvitations(tx, personId, email);
      const invited = { email, role, language, invitedBy, membershipEndsAt, reason };
      const { id } = await inviteMember(tx, this.config, invited);
      const after = { reason, expiresAt: membershipEndsAt.toISOString() };
      tx.audit.note({ action: 'operator.assessor-named', objectId: id, after });
      const inviter = (await tx.people.find(personId))?.name ?? '–';
      for (const owner of await tx.operatorAccesses.ownersToTell()) {
        await this.postman.post(tx, 'assessor-named', owner, {
          organisation: nameIn(organisation, owner.language),
          assessor: email,
          inviter,
          reason,
          expiresAt: membershipEndsAt,
          link: LINKS.account,
        });
      }
    });
  }
}

function shownMember({ personId, name, email, role, countries }: StaffRow): StaffMemberOutDto {
  return { personId, name, email, role, countries };
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

/** Analysts read what countries they are of; operators have none. @throws RequestProblem COUNTRIES_INVALID. */
function assertCountries(role: string, countries: readonly string[]): void {
  if ((role === 'ministry-analyst') !== countries.length > 0) {
    throw new RequestProblem('COUNTRIES_INVALID');
  }
}
