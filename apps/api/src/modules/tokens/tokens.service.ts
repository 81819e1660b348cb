import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { wholeScopes } from '@sukoyaka/access';
import { endOfDay } from '@sukoyaka/accounts';
import { newApiToken, tokenHash } from '@sukoyaka/credentials';
import { lineOf } from '@sukoyaka/kernel';
import { type Actor, type ApiTokenRow, Database, type OpenSession } from '@sukoyaka/persistence';
import { assertFresh } from '../../platform/identity/fresh.js';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { NewTokenOutDto, TokenInDto, TokenOutDto } from './token.dto.js';

/** In use at a time, so that a list of them needs no pages. */
export const MOST_TOKENS = 20;
const LONGEST_MS = 366 * 24 * 3600 * 1000;

/**
 * Tokens with which machines act for an organisation. They belong to it and not to who made them,
 * who may leave: the owners see who that was, and revoke what is not needed any more.
 */
@Injectable()
export class TokensService {
  constructor(private readonly database: Database) {}

  list(actor: Actor, organisationId: string): Promise<readonly TokenOutDto[]> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'tokens.manage');
      return (await tx.tokens.list()).map(shownToken);
    });
  }

  /** @throws RequestProblem CONFIRMATION_REQUIRED, EXPIRY_INVALID, TOO_MANY_TOKENS. */
  create(
    actor: Actor,
    session: OpenSession,
    organisationId: string,
    dto: TokenInDto,
  ): Promise<NewTokenOutDto> {
    assertFresh(session);
    const [id, token] = [randomUUID(), newApiToken()];
    const expiresAt = endOfDay(dto.expiresOn);
    const lifetime = expiresAt.getTime() - Date.now();
    const label = lineOf(dto.label);
    const scopes = wholeScopes(dto.scopes);
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'tokens.manage');
      if (lifetime <= 0 || lifetime > LONGEST_MS) throw new RequestProblem('EXPIRY_INVALID');
      await tx.tokens.lock();
      if ((await tx.tokens.list()).length >= MOST_TOKENS) {
        throw new RequestProblem('TOO_MANY_TOKENS', { most: MOST_TOKENS });
      }
      const row = { id, label, scopes, createdBy: session.personId, expiresAt };
      await tx.tokens.insert(row, tokenHash(token));
      const after = { name: label, scopes, expiresAt: expiresAt.toISOString() };
      tx.audit.note({ action: 'token.created', objectId: id, after });
      const made = await tx.tokens.find(id);
      if (made === null) throw new Error('a token that was just made is there');
      return { ...shownToken(made), token };
    });
  }

  /** Holds at once. @throws RequestProblem TOKEN_NOT_FOUND. */
  revoke(actor: Actor, organisationId: string, id: string): Promise<void> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'tokens.manage');
      if (!(await tx.tokens.revoke(id))) throw new RequestProblem('TOKEN_NOT_FOUND');
      tx.audit.note({ action: 'token.revoked', objectId: id });
    });
  }
}

function shownToken({ createdAt, expiresAt, lastUsedAt, ...rest }: ApiTokenRow): TokenOutDto {
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
