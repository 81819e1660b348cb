import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LINKS, nameIn } from '@sukoyaka/accounts';
import type { AuditFacts } from '@sukoyaka/audit';
import { lineOf } from '@sukoyaka/kernel';
import {
  type Actor,
  Database,
  type GrantRow,
  type Page,
  type PageRequest,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import { assertRight } from '../../platform/identity/rights.js';
import { Postman } from '../../platform/mail/postman.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { assessmentIn } from '../assessments/assessments.service.js';
import { organisationIn } from '../organisations/organisations.service.js';
import { grantTerm } from './grant-term.js';
import { shownGrant, shownReceivedGrant } from './grants.mapper.js';
import type { GrantInDto, GrantOutDto, ReceivedGrantOutDto } from './dto/grant.dto.js';

/** In force, to come, or given within a day; each tells the owners of an organisation by mail. */
const MOST_GRANTS = 200;
const MOST_TO_ONE = 20;

/** Lets other organisations read chosen results and reports, for a time. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly database: Database,
    private readonly postman: Postman,
  ) {}

  /**
   * @throws RequestProblem GRANT_TERM_INVALID, ASSESSMENT_NOT_FOUND, RESULT_NOT_AVAILABLE,
   * TOO_MANY_GRANTS; DomainError GRANTEE_NOT_FOUND, GRANTEE_IS_ITSELF.
   */
  give(
    actor: Actor,
    personId: string,
    organisationId: string,
    dto: GrantInDto,
  ): Promise<GrantOutDto> {
    const id = randomUUID();
    const granteeId = dto.granteeId.toLowerCase();
    const assessmentIds = dto.assessmentIds.map((each) => each.toLowerCase());
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'grants.manage');
      const term = grantTerm(dto.beginsAt ?? null, dto.endsAt, Date.now());
      await assertScored(tx, assessmentIds);
      await tx.grants.lock();
      await assertFew(tx, granteeId);
      const { level } = dto;
      const note = dto.note == null ? null : lineOf(dto.note);
      const grant = { id, granteeId, level, note, ...term, givenBy: personId, assessmentIds };
      await tx.grants.insert(grant);
      const given = await grantIn(tx, id);
      tx.audit.note({ action: 'grant.given', objectId: id, after: factsOfGrant(given) });
      await this.#tellGiven(tx, given);
      return shownGrant(given);
    });
  }

  list(actor: Actor, organisationId: string, page: PageRequest): Promise<Page<GrantOutDto>> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'grants.read');
      const { rows, next } = await tx.grants.page(page);
      return { rows: rows.map(shownGrant), next };
    });
  }

  /** @throws RequestProblem GRANT_NOT_FOUND. */
  show(actor: Actor, organisationId: string, id: string): Promise<GrantOutDto> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'grants.read');
      return shownGrant(await grantIn(tx, id));
    });
  }

  /**
   * Revokes a grant at once; one that has been revoked stays so.
   * @throws RequestProblem GRANT_NOT_FOUND, GRANT_ENDED.
   */
  revoke(actor: Actor, personId: string, organisationId: string, id: string): Promise<GrantOutDto> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'grants.manage');
      const isRevoked = await tx.grants.revoke(id, personId);
      const grant = await grantIn(tx, id);
      if (isRevoked) {
        tx.audit.note({ action: 'grant.revoked', objectId: id, before: factsOfGrant(grant) });
        await this.#tellRevoked(tx, grant);
      } else if (grant.state === 'ended') throw new RequestProblem('GRANT_ENDED');
      return shownGrant(grant);
    });
  }

  /** What others let the organisation read. */
  listReceived(
    actor: Actor,
    organisationId: string,
    page: PageRequest,
  ): Promise<Page<ReceivedGrantOutDto>> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'grants.use');
      const { rows, next } = await tx.grants.pageReceived(page);
      return { rows: rows.map(shownReceivedGrant), next };
    });
  }

  async #tellGiven(tx: TenantTransaction, grant: GrantRow): Promise<void> {
    const giver = await organisationIn(tx);
    for (const owner of await tx.grants.ownersToTell(grant.id)) {
      await this.postman.post(tx, 'grant-given', owner, {
        link: LINKS.account,
        giver: nameIn(giver, owner.language),
        receiver: nameIn(grant, owner.language),
        scope: grant.level === 'report' ? 'reports' : 'results',
        startsAt: grant.state === 'upcoming' ? grant.beginsAt : undefined,
        expiresAt: grant.endsAt,
      });
    }
  }

  async #tellRevoked(tx: TenantTransaction, grant: GrantRow): Promise<void> {
    const giver = await organisationIn(tx);
    for (const owner of await tx.grants.ownersToTell(grant.id)) {
      await this.postman.post(tx, 'grant-revoked', owner, {
        link: LINKS.account,
        giver: nameIn(giver, owner.language),
        receiver: nameIn(grant, owner.language),
        at: grant.revokedAt ?? new Date(),
      });
    }
  }
}

/** @throws RequestProblem GRANT_NOT_FOUND. */
async function grantIn(tx: TenantTransaction, id: string): Promise<GrantRow> {
  const grant = await tx.grants.find(id);
  if (grant === null) throw new RequestProblem('GRANT_NOT_FOUND');
  return grant;
}

/** @throws RequestProblem ASSESSMENT_NOT_FOUND, RESULT_NOT_AVAILABLE: drafts hold nothing to read. */
async function assertScored(tx: TenantTransaction, ids: readonly string[]): Promise<void> {
  const found = new Map((await tx.assessments.findAll(ids)).map((each) => [each.id, each]));
  for (const id of ids) {
    const { scoredAt } = found.get(id) ?? (await assessmentIn(tx, id));
    if (scoredAt === null) throw new RequestProblem('RESULT_NOT_AVAILABLE');
  }
}

/** @throws RequestProblem TOO_MANY_GRANTS. */
async function assertFew(tx: TenantTransaction, granteeId: string): Promise<void> {
  const { all, toGrantee } = await tx.grants.count(granteeId);
  if (all < MOST_GRANTS && toGrantee < MOST_TO_ONE) return;
  throw new RequestProblem('TOO_MANY_GRANTS', { most: MOST_GRANTS, mostToOne: MOST_TO_ONE });
}

/** What the log says of a grant. */
export function factsOfGrant(grant: GrantRow) {
  return {
    toOrganisation: grant.counterpartId,
    scope: [grant.level],
    assessments: grant.assessments.map(({ id }) => id),
    startsAt: grant.beginsAt.toISOString(),
    expiresAt: grant.endsAt.toISOString(),
  } satisfies AuditFacts;
}
