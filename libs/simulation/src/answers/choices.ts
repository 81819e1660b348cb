import type { MultipleQuestion, SingleQuestion } from '@sukoyaka/survey';
import { type Random, within } from '../random.js';

/** The option that a company of `level` (0–1) reaches by its points. */
export function chooseOne(question: SingleQuestion, level: number): string | undefined {
  const { options } = question;
  const ranked = options.toSorted((a, b) => (a.points ?? 0) - (b.points ?? 0));
  return ranked[within(0, ranked.length - 1, Math.floor(level * ranked.length))]?.id;
}

/** Options by which a company says that it has nothing to name. */
const NOTHING = ['not-measured', 'none'];

/** Any of options that earn nothing; having nothing is likelier at low levels, "other" avoided. */
export function chooseAny(
  { options }: SingleQuestion,
  level: number,
  random: Random,
): string | undefined {
  const nothing = options.find(({ id }) => NOTHING.includes(id));
  const named = options.filter((option) => option !== nothing && option.id !== 'other');
  if (nothing && !random.chance(level)) return nothing.id;
  return named.length > 0 ? random.pick(named).id : options[0]?.id;
}

/** Options that are certain, and others with a probability near `level`; none makes the exclusive one. */
export function chooseSeveral(
  question: MultipleQuestion,
  level: number,
  random: Random,
  certain: (option: string) => boolean,
): readonly string[] | undefined {
  const open = question.options.filter(({ exclusive }) => !exclusive);
  const likely = within(0.03, 0.92, 1.1 * level - 0.08);
  const scored = question.options.some(({ points }) => points !== undefined);
  const chosen = open
    .filter(
      ({ id }, index) => random.chance(scored ? likely : index === 0 ? 0.95 : 0.35) || certain(id),
    )
    .map(({ id }) => id);
  if (chosen.length > 0) return chosen.slice(0, question.maxSelected ?? chosen.length);
  const none = question.options.find(({ exclusive }) => exclusive);
  const first = none ?? open[0];
  return first && [first.id];
}

/** Yes, in progress or no by `level`. */
export function progressAt(level: number): string {
  if (level >= 0.6) return 'yes';
  return level >= 0.38 ? 'in-progress' : 'no';
}
