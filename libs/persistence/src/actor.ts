/** Who acts, as the service has established it; the database looks up what follows from it. */
export type Actor = PersonActor | TokenActor | ServiceActor;

interface Request {
  /** Names the request in the log; null for what no request causes. */
  readonly correlationId: string | null;
}

/** A person who has shown who they are. Without a session (the demo's making) no second factor. */
export interface PersonActor extends Request {
  readonly kind: 'person';
  readonly personId: string;
  /** SHA-256 of the session's token, in hex. */
  readonly sessionHash: string | null;
}

/** A machine with a token of one organisation. */
export interface TokenActor extends Request {
  readonly kind: 'token';
  readonly tokenId: string;
  readonly tokenHash: string;
}

/** The service itself: for nobody, or for a person who has not shown yet who they are. */
export interface ServiceActor extends Request {
  readonly kind: 'service';
  readonly personId: string | null;
}

/** @param personId for whom the service acts, who has not shown yet who they are */
export function serviceActor(
  correlationId: string | null,
  personId: string | null = null,
): ServiceActor {
  return { kind: 'service', personId, correlationId };
}

/** What a transaction tells the database of itself. */
export interface Acting {
  readonly actor: Actor;
  /** The organisation that is acted on. */
  readonly tenantId: string | null;
  /**
   * What the actor has presented and opens the row that it belongs to: the hash of a token, or an
   * e-mail address.
   */
  readonly key: string | null;
}

/** The parameters of `enter()`. */
export function enterParameters({ actor, tenantId, key }: Acting): readonly (string | null)[] {
  const personId = actor.kind === 'token' ? null : actor.personId;
  const sessionHash = actor.kind === 'person' ? actor.sessionHash : null;
  return [personId, sessionHash, tenantId, actor.kind === 'token' ? actor.tokenHash : key];
}
