import { type Actor, type OpenSession, type OpenToken, serviceActor } from '@sukoyaka/persistence';
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
  return { actor: serviceActor(correlationId), session: null, token: null };
}
