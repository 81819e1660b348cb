import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LINKS, nameIn } from '@sukoyaka/accounts';
import { lineOf } from '@sukoyaka/kernel';
import {
  type AccessReadingRow,
  type Actor,
  Database,
  type OperatorAccessRow,
  type PageRequest,
  type Position,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import { assertRight } from '../../platform/identity/rights.js';
import { Postman } from '../../platform/mail/postman.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { organisationIn } from '../organisations/organisations.service.js';
import type { AccessInDto, AccessOutDto, SeenAccessOutDto } from './operator.dto.js';

const MINUTES = 60;

/** When and why operators read what is a company's: it sees each time, and what was read. */
@Injectable()
export class AccessesService {
  constructor(
    private readonly database: Database,
    private readonly postman: Postman,
  ) {}

  /** Opens an access and tells the company's owners. @throws RequestProblem ORGANISATION_NOT_FOUND. */
  open(
    actor: Actor,
    personId: string,
    organisationId: string,
    { reason: typed, minutes }: AccessInDto,
  ): Promise<AccessOutDto> {
    const [id, reason] = [randomUUID(), lineOf(typed)];
    return this.database.inTenant(actor, organisationId, async (tx) => {
      await organisationIn(tx);
      await tx.operatorAccesses.open(id, { personId, reason }, minutes ?? MINUTES);
      const access = await accessIn(tx, id);
      const expiresAt = access.expiresAt.toISOString();
      const after = { person: personId, reason, expiresAt };
      tx.audit.note({ action: 'operator.access-opened', objectId: id, after });
      await this.#tellOwners(tx, access);
      return shownAccess(access);
    });
  }

  /** @throws RequestProblem ACCESS_NOT_FOUND. */
  close(actor: Actor, organisationId: string, id: string): Promise<void> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      if (!(await tx.operatorAccesses.close(id))) throw new RequestProblem('ACCESS_NOT_FOUND');
      tx.audit.note({ action: 'operator.access-closed', objectId: id });
    });
  }

  /** The operator's own. @throws RequestProblem ORGANISATION_NOT_FOUND. */
  listOwn(
    actor: Actor,
    personId: string,
    organisationId: string,
    page: PageRequest,
  ): Promise<{ accesses: readonly AccessOutDto[]; next: Position | null }> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      await organisationIn(tx);
      const { rows, next } = await tx.operatorAccesses.page(page, personId);
      return { accesses: rows.map(shownAccess), next };
    });
  }

  /** As the company sees them. */
  list(
    actor: Actor,
    organisationId: string,
    page: PageRequest,
  ): Promise<{ accesses: readonly SeenAccessOutDto[]; next: Position | null }> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'members.read');
      const { rows, next } = await tx.operatorAccesses.page(page);
      const readings = await tx.operatorAccesses.readings(rows.map(({ id }) => id));
      const accesses = rows.map((row) => ({
        ...shownAccess(row),
        readings: readings.filter(({ accessId }) => accessId === row.id).map(shownReading),
      }));
      return { accesses, next };
    });
  }

  async #tellOwners(tx: TenantTransaction, access: OperatorAccessRow): Promise<void> {
    const organisation = await organisationIn(tx);
    for (const owner of await tx.operatorAccesses.ownersToTell()) {
      await this.postman.post(tx, 'operator-access', owner, {
        organisation: nameIn(organisation, owner.language),
        operator: access.operator ?? '–',
        reason: access.reason,
        at: access.openedAt,
        expiresAt: access.expiresAt,
        link: LINKS.account,
      });
    }
  }
}

async function accessIn(tx: TenantTransaction, id: string): Promise<OperatorAccessRow> {
  const access = await tx.operatorAccesses.find(id);
  if (access === null) throw new RequestProblem('ACCESS_NOT_FOUND');
  return access;
}

function shownAccess(row: OperatorAccessRow): AccessOutDto {
  return {
    id: row.id,
    operator: row.operator,
    reason: row.reason,
    openedAt: row.openedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    open: row.isOpen,
  };
}

function shownReading({ action, assessmentId, times, firstAt, lastAt }: AccessReadingRow) {
  const [first, last] = [firstAt.toISOString(), lastAt.toISOString()];
  return { action, assessmentId, times, firstAt: first, lastAt: last };
}
