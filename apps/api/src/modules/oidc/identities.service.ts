import { Injectable } from '@nestjs/common';
import { noteFactorChange } from '@sukoyaka/accounts';
import {
  type Actor,
  Database,
  type OpenSession,
  type Page,
  type PageRequest,
} from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { assertFresh } from '../../platform/identity/fresh.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { personIn } from '../me/person-in.js';
import { assertWayIn } from '../me/ways-in.js';
import type { IdentityOutDto } from './dto/oidc.dto.js';
import { link } from './oidc.service.js';
import type { Subject } from './provider.js';

/** The accounts with providers that a person has linked to their own. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
  ) {}

  list(actor: Actor, { personId }: OpenSession, page: PageRequest): Promise<Page<IdentityOutDto>> {
    const { oidc } = this.config;
    return this.database.as(actor, async (tx) => {
      const { rows, next } = await tx.identities.page(personId, page);
      const shown = rows.map((each) => ({
        id: each.id,
        issuer: each.provider,
        name: each.provider === oidc?.issuer ? oidc.name : each.provider,
        createdAt: each.createdAt.toISOString(),
        lastUsedAt: each.lastUsedAt?.toISOString() ?? null,
      }));
      return { rows: shown, next };
    });
  }

  /** What the signed-in person has asked for. @throws RequestProblem IDENTITY_TAKEN. */
  link(actor: Actor, { personId }: OpenSession, subject: Subject): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const person = await personIn(tx, personId);
      await link(tx, personId, subject);
      await noteFactorChange(tx, this.config, person, 'identity-added');
    });
  }

  /** @throws RequestProblem CONFIRMATION_REQUIRED, IDENTITY_NOT_FOUND, LAST_SIGN_IN. */
  unlink(actor: Actor, session: OpenSession, id: string): Promise<void> {
    assertFresh(session);
    const { personId } = session;
    return this.database.as(actor, async (tx) => {
      await tx.people.hold(personId);
      const person = await personIn(tx, personId);
      const issuer = await tx.identities.remove(personId, id);
      if (issuer === null) throw new RequestProblem('IDENTITY_NOT_FOUND');
      assertWayIn(await tx.credentials.summary(personId));
      const before = { issuer };
      tx.audit.notePerson(personId, { action: 'person.identity-unlinked', objectId: id, before });
      await noteFactorChange(tx, this.config, person, 'identity-removed');
    });
  }
}
