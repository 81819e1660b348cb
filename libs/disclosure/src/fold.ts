/** Neighbouring classes that are shown as one. */
export interface Folded<T> {
  readonly classes: readonly string[];
  readonly members: readonly T[];
}

/**
 * Folds classes, taken in the order announced before the round, with their next neighbours until
 * each has at least `gate` members; what is left at the end joins the last. A dimension is shown
 * whole or not at all, because all minus the shown classes is the hidden one: null when a member
 * belongs to no class, or when less than two classes remain.
 */
export function fold<T>(
  members: readonly T[],
  order: readonly string[],
  classOf: (member: T) => string | null,
  gate: number,
): readonly Folded<T>[] | null {
  const byClass = new Map<string, T[]>(order.map((id) => [id, []]));
  for (const member of members) {
    const id = classOf(member);
    const own = id === null ? undefined : byClass.get(id);
    if (!own) return null;
    own.push(member);
  }
  const folded = accumulate([...byClass], gate);
  return folded.length < 2 ? null : folded;
}

function accumulate<T>(
  classes: readonly (readonly [string, readonly T[]])[],
  gate: number,
): readonly Folded<T>[] {
  const done: Folded<T>[] = [];
  let open: Folded<T> = { classes: [], members: [] };
  for (const [id, own] of classes) {
    open = { classes: [...open.classes, id], members: [...open.members, ...own] };
    if (open.members.length < gate) continue;
    done.push(open);
    open = { classes: [], members: [] };
  }
  const last = done.pop();
  if (!last) return [];
  return [...done, join(last, open)];
}

function join<T>(first: Folded<T>, second: Folded<T>): Folded<T> {
  return {
    classes: [...first.classes, ...second.classes],
    members: [...first.members, ...second.members],
  };
}
