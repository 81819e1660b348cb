import { ORGANISATION_ROLES, PLATFORM_ROLES } from '@sukoyaka/access';
import {
  type AuditAction,
  type AuditFact,
  type AuditFacts,
  auditRule,
  type StoredEvent,
} from '@sukoyaka/audit';
import { CONSENT_KINDS } from '@sukoyaka/consent';
import type { Locale } from '@sukoyaka/kernel';
import { type Translate, translator } from '@sukoyaka/localisation';
import type { NamedEvent } from '@sukoyaka/persistence';
import type { AuditEventOutDto } from './dto/audit.out.dto.js';

/** An event as it is shown, with what happened in the language of the reader. */
export function shownEvent({ event, actorName }: NamedEvent, locale: Locale): AuditEventOutDto {
  const { kind, id } = event.actor;
  return {
    sequence: event.sequence,
    at: event.at,
    actor: { kind: kind === 'system' ? 'service' : kind, id, name: actorName },
    action: event.action,
    text: sentenceOf(event, locale),
    object: { ...event.object },
    before: event.before,
    after: event.after,
    correlationId: event.correlationId,
    previousHash: event.previousHash,
    hash: event.hash,
  };
}

/**
 * What happened, as `locales/<language>/audit.json` says it. A text names facts by their names, and
 * those of `before` by the name with "Before"; one that an event does not tell becomes a dash.
 */
export function sentenceOf(
  { action, before, after }: Pick<StoredEvent, 'action' | 'before' | 'after'>,
  locale: Locale,
): string {
  const t = translator(locale, 'audit');
  const rule = auditRule(action);
  // Written by a later version.
  if (rule === undefined) return t('unknown', { action });
  const told = isReasonTold(action, after) ? 'reasoned' : 'action';
  const params = Object.keys(rule.facts).flatMap((name) => [
    [name, inWords(name, after?.[name] ?? before?.[name], t)],
    [`${name}Before`, inWords(name, before?.[name], t)],
  ]);
  return t(`${told}.${action}`, Object.fromEntries(params) as Record<string, string>);
}

/** Actions for which a reason is given at times only: they have a text for either case. */
const AT_TIMES_REASONED: ReadonlySet<string> = new Set<AuditAction>(['person.session-revoked']);

function isReasonTold(action: string, after: AuditFacts | null): boolean {
  return AT_TIMES_REASONED.has(action) && after?.['reason'] != null;
}

/** Codes that have words of their own, by the fact that they stand in. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  role: [...ORGANISATION_ROLES, ...PLATFORM_ROLES],
  purpose: CONSENT_KINDS,
};

function inWords(name: string, fact: AuditFact | undefined, t: Translate): string {
  if (fact === undefined || fact === null) return '–';
  if (CODES[name]?.includes(String(fact)) === true) return t(`${name}.${String(fact)}`);
  return Array.isArray(fact) ? fact.join(', ') : String(fact);
}
