import { type AuditFacts, isFactOf } from '@sukoyaka/audit';

type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** What changed, before and after, as far as it may stand in the log. */
export interface Changes {
  readonly before: AuditFacts;
  readonly after: AuditFacts;
}

/**
 * The facts that differ. One that the log cannot keep (a name that reads like an e-mail address) is
 * left out of it, not refused.
 */
export function changesOf(action: string, before: Facts, after: Facts): Changes {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  return { before: kept(action, before, names), after: kept(action, after, names) };
}

/** The facts of something new, as far as they may stand in the log. */
export function factsFor(action: string, facts: Facts): AuditFacts {
  return kept(action, facts, Object.keys(facts));
}

function kept(action: string, facts: Facts, names: readonly string[]): AuditFacts {
  const entries = names.map((name) => [name, facts[name] ?? null] as const);
  return Object.fromEntries(entries.filter(([name, value]) => isFactOf(action, name, value)));
}
