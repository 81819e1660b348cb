import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DEFAULT_TIME_ZONE } from '@sukoyaka/accounts';
import { hashPassword, tokenHash } from '@sukoyaka/credentials';
import { lineOf } from '@sukoyaka/kernel';
import {
  Database,
  type InvitationRow,
  type OpenSession,
  type PersonRow,
  serviceActor,
  type StaffInvitationRow,
  type TenantTransaction,
  type Transaction,
} from '@sukoyaka/persistence';
import { SignInThrottle } from '../../platform/identity/sign-in-throttle.js';
import { assertPassword } from '../../platform/people/password.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { shownNames } from '../organisations/organisations.mapper.js';
import type { Origin } from '../session/session-opener.js';
import type { AcceptanceInDto, AcceptedOutDto, InvitationViewDto } from './dto/joining.dto.js';
import { PeopleService } from './people.service.js';

type Found =
  | { readonly to: 'organisation'; readonly invitation: InvitationRow }
  | { readonly to: 'staff'; readonly invitation: StaffInvitationRow };

/** Somebody who accepts: known already, or about to be. */
interface Joiner {
  readonly personId: string;
  /** Makes the account, of one who has none yet. */
  readonly create: (tx: Transaction) => Promise<void>;
}

/** What was joined, and the mark by which the browser is known from now on. */
export interface Acceptance {
  readonly accepted: AcceptedOutDto;
  readonly deviceMark: string;
}

/** Invitations to an organisation, or to a role beside organisations. Each serves once. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly signIns: SignInThrottle,
  ) {}

  /** @throws RequestProblem LINK_INVALID. */
  async show(token: string, correlationId: string): Promise<InvitationViewDto> {
    const found = await this.#find(token, correlationId);
    const { email, role } = found.invitation;
    const hasAccount = (await this.people.findByEmail(email, correlationId)) !== null;
    const countries = found.to === 'staff' ? found.invitation.countries : [];
    const organisation =
      found.to === 'staff' ? null : await this.#invitingNames(token, correlationId);
    return { email, role, organisation, countries, hasAccount };
  }

  /**
   * @throws RequestProblem LINK_INVALID; SIGN_IN_REQUIRED when there is an account that has not been
   *   signed in to; INVITATION_FOR_OTHER; PASSWORD_UNFIT, REQUEST_INVALID for a new account.
   */
  async accept(
    dto: AcceptanceInDto,
    session: OpenSession | null,
    origin: Origin,
    correlationId: string,
  ): Promise<Acceptance> {
    const found = await this.#find(dto.token, correlationId);
    const { email, role } = found.invitation;
    const person = await this.people.findByEmail(email, correlationId);
    const joiner =
      person === null ? await this.#newcomer(dto, found.invitation) : knownJoiner(person, session);
    const { personId } = joiner;
    const key = tokenHash(dto.token);
    const actor = serviceActor(correlationId, personId);
    const noteLink = (tx: Transaction) => this.signIns.noteLink(tx, { personId, email, origin });
    if (found.to === 'staff') {
      const work = (tx: Transaction) => joinStaff(tx, key, joiner).then(() => noteLink(tx));
      const deviceMark = await this.database.as(actor, work, key);
      return { accepted: { personId, organisationId: null, role }, deviceMark };
    }
    const { organisationId } = found.invitation;
    const work = (tx: TenantTransaction) => join(tx, key, joiner).then(() => noteLink(tx));
    const deviceMark = await this.database.inTenant(actor, organisationId, work, key);
    return { accepted: { personId, organisationId, role }, deviceMark };
  }

  async #find(token: string, correlationId: string): Promise<Found> {
    const key = tokenHash(token);
    const actor = serviceActor(correlationId);
    return this.database.as(
      actor,
      async (tx): Promise<Found> => {
        const invitation = await tx.invitations.findOpen(key);
        if (invitation !== null) return { to: 'organisation', invitation };
        const ofStaff = await tx.staff.findOpenInvitation(key);
        if (ofStaff === null) throw new RequestProblem('LINK_INVALID');
        return { to: 'staff', invitation: ofStaff };
      },
      key,
    );
  }

  async #invitingNames(token: string, correlationId: string) {
    const actor = serviceActor(correlationId);
    const find = (tx: Transaction) => tx.invitations.invitingNames();
    const names = await this.database.as(actor, find, tokenHash(token));
    return names && shownNames(names);
  }

  async #newcomer(dto: AcceptanceInDto, invitation: Found['invitation']): Promise<Joiner> {
    const { name, password } = dto;
    const missing = [
      ...(name == null ? [{ pointer: '/name', rule: 'required' } as const] : []),
      ...(password == null ? [{ pointer: '/password', rule: 'required' } as const] : []),
    ];
    if (name == null || password == null) {
      throw new RequestProblem('REQUEST_INVALID', {}, { faults: missing });
    }
    const { email } = invitation;
    assertPassword(password, { email, name });
    const hash = await hashPassword(password);
    const personId = randomUUID();
    const facts = {
      name: lineOf(name),
      language: dto.language ?? invitation.language,
      timeZone: dto.timeZone ?? DEFAULT_TIME_ZONE,
    };
    const create = (tx: Transaction) => this.people.create(tx, personId, email, facts, hash);
    return { personId, create };
  }
}

function knownJoiner({ id }: PersonRow, session: OpenSession | null): Joiner {
  if (session === null) throw new RequestProblem('SIGN_IN_REQUIRED');
  if (session.stage !== 'full') throw new RequestProblem('SECOND_FACTOR_REQUIRED');
  if (session.personId !== id) throw new RequestProblem('INVITATION_FOR_OTHER');
  return { personId: id, create: () => Promise.resolve() };
}

async function join(tx: TenantTransaction, key: string, joiner: Joiner): Promise<void> {
  const { personId } = joiner;
  // Again, and held now: of two that accept at once, one is too late.
  const invitation = await tx.invitations.findOpen(key);
  if (invitation === null) throw new RequestProblem('LINK_INVALID');
  await joiner.create(tx);
  const { role, membershipEndsAt } = invitation;
  if (role === 'assessor' && (await tx.staff.rolesOf(personId)).includes('operator')) {
    throw new RequestProblem('ASSESSOR_IS_OPERATOR');
  }
  // What was for a time gives way to what is offered now, whether that time is over or not.
  const former = await tx.memberships.removeTerm(tx.tenantId, personId);
  const version = (former?.version ?? 0) + 1;
  await tx.memberships.insert(tx.tenantId, personId, role, { endsAt: membershipEndsAt, version });
  await tx.invitations.accept(key, personId);
  const before = former === null ? null : { role: former.role };
  tx.audit.note({ action: 'member.joined', objectId: personId, before, after: { role } });
}

async function joinStaff(tx: Transaction, key: string, joiner: Joiner): Promise<void> {
  const { personId } = joiner;
  const invitation = await tx.staff.findOpenInvitation(key);
  if (invitation === null) throw new RequestProblem('LINK_INVALID');
  await joiner.create(tx);
  const { role, countries } = invitation;
  if ((await tx.staff.rolesOf(personId)).includes(role)) {
    throw new RequestProblem('STAFF_ROLE_EXISTS');
  }
  await tx.staff.give(personId, role, countries, null);
  await tx.staff.acceptInvitation(key, personId);
  const after = { role, countries };
  tx.audit.notePlatform({ action: 'person.role-given', objectId: personId, after });
}
