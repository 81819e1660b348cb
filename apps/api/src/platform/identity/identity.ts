import type { Actor, OpenSession, OpenToken } from '@sukoyaka/persistence';
import type { FastifyRequest } from 'fastify';

/** Who sent a request, as its cookie or token says. */
export interface Identity {
  readonly actor: Actor;
  readonly session: OpenSession | null;
  readonly token: OpenToken | null;
}

const identities = new WeakMap<FastifyRequest, Identity>();

export function setIdentity(request: FastifyRequest, identity: Identity): void {
  identities.set(request, identity);
}

/** Of a request that has passed the guard; nobody before that. */
export function identityOf(request: FastifyRequest): Identity {
  return identities.get(request) ?? nobody(request.id);
}

export function nobody(correlationId: string): Identity {
  const actor = { kind: 'service', personId: null, correlationId } as const;
  return { actor, session: null, token: null };
}
