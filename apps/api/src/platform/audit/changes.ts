import { type AuditAction, isFactOf } from '@sukoyaka/audit';

type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** What changed, before and after, as far as it may stand in the log. */
export interface Changes<F extends Facts> {
  readonly before: Partial<F>;
  readonly after: Partial<F>;
}

/**
 * The facts that differ. One that the log cannot keep (a name that reads like an e-mail address) is
 * left out of it, not refused.
 */
export function changesOf<F extends Facts>(action: AuditAction, before: F, after: F): Changes<F> {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  return { before: kept(action, before, names), after: kept(action, after, names) };
}

/** The facts of something new, as far as they may stand in the log. */
export function factsFor<F extends Facts>(action: AuditAction, facts: F): Partial<F> {
  return kept(action, facts, Object.keys(facts));
}

function kept<F extends Facts>(
  action: AuditAction,
  facts: F,
  names: readonly string[],
): Partial<F> {
  const entries = names.map((name) => [name, facts[name] ?? null] as const);
  const fit = entries.filter(([name, value]) => isFactOf(action, name, value));
  return Object.fromEntries(fit) as Partial<F>;
}
