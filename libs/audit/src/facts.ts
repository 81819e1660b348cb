import { DomainError, UUID } from '@sukoyaka/kernel';
import { type AuditRule, auditRule } from './actions.js';
import { type AuditEvent, type AuditFacts, PLATFORM_CHAIN } from './event.js';
import { isAuditCode, isAuditTime, isFact } from './fact-kinds.js';

const ACTORS = new Set<string>(['person', 'token', 'system']);

/** Why an event can't be written; the value itself is never named, it may be a secret. */
type Cause = 'action-unknown' | 'fact-unknown' | 'value-refused' | 'fact-missing';

/**
 * Checks that an event of `action` tells only what the list of actions lets it tell.
 * @throws DomainError AUDIT_FACTS with `action`, `fact` and `cause`: the action is not on the list,
 * a fact is not, a value is not of the fact's kind (answers, nested objects, e-mail addresses), or a
 * fact is missing that the action needs.
 */
export function assertFacts(
  action: string,
  before: AuditFacts | null,
  after: AuditFacts | null,
): void {
  const rule = auditRule(action);
  if (!rule) throw refusal(action, '', 'action-unknown');
  for (const facts of [before, after]) if (facts) assertListed(action, rule, facts);
  const missing = rule.needs?.find((name) => after?.[name] == null);
  if (missing !== undefined) throw refusal(action, missing, 'fact-missing');
}

/** Whether `value` may stand in the log as the fact `name` of `action`. */
export function isFactOf(action: string, name: string, value: unknown): boolean {
  const facts = auditRule(action)?.facts ?? {};
  const kind = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return kind !== undefined && isFact(kind, value);
}

function assertListed(action: string, rule: AuditRule, facts: AuditFacts): void {
  for (const [name, value] of Object.entries(facts)) {
    const kind = Object.hasOwn(rule.facts, name) ? rule.facts[name] : undefined;
    if (!kind) throw refusal(action, name, 'fact-unknown');
    if (!isFact(kind, value)) throw refusal(action, name, 'value-refused');
  }
}

function refusal(action: string, fact: string, cause: Cause): DomainError {
  return new DomainError('AUDIT_FACTS', { action, fact, cause });
}

/**
 * Checks an event as a whole before it is written: its facts, and that each field is in the one
 * form that PostgreSQL gives back, because another form of the same would not verify.
 * @throws DomainError AUDIT_FACTS as {@link assertFacts}; AUDIT_EVENT with `action` and `field`.
 */
export function assertEvent(event: AuditEvent): void {
  assertFacts(event.action, event.before, event.after);
  const rule = auditRule(event.action);
  const isOfPlatform = rule?.chain === 'platform';
  const { chainId, actor, object } = event;
  const fields = {
    chainId: UUID.test(chainId) && (chainId === PLATFORM_CHAIN) === isOfPlatform,
    sequence: Number.isSafeInteger(event.sequence) && event.sequence >= 1,
    at: isAuditTime(event.at),
    actor: ACTORS.has(actor.kind) && isIdentifier(actor.id),
    object: object.kind === rule?.object && isIdentifier(object.id),
    correlationId: isIdentifier(event.correlationId),
  };
  const field = Object.entries(fields).find(([, isGood]) => !isGood)?.[0];
  if (field !== undefined) throw new DomainError('AUDIT_EVENT', { action: event.action, field });
}

/** UUIDs come back in lower case. */
function isIdentifier(id: string | null): boolean {
  return id === null || (isAuditCode(id) && (UUID.test(id) || !UUID.test(id.toLowerCase())));
}
