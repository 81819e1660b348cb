import type { MultipleQuestion, SingleQuestion } from '../definition.js';
import { type Findings, shorten } from '../problem.js';
import { type Checker, wrongShape } from './checker.js';

/** single: exactly one of the question's option ids. */
export function singleChecker(question: SingleQuestion): Checker {
  const options = new Set(question.options.map((option) => option.id));
  return (value, out) => {
    if (typeof value !== 'string') wrongShape(out, 'single', value);
    else if (!options.has(value)) out.error('unknown-option', { option: shorten(value) });
  };
}

/** yes-progress-no. */
export const progressChecker: Checker = (value, out) => {
  if (typeof value !== 'string') wrongShape(out, 'yes-progress-no', value);
  else if (value !== 'yes' && value !== 'in-progress' && value !== 'no') {
    out.error('unknown-option', { option: shorten(value) });
  }
};

/** multiple: at least one option id, none twice, an exclusive one alone. */
export function multipleChecker(question: MultipleQuestion): Checker {
  const options = new Set(question.options.map((option) => option.id));
  const exclusive = new Set(question.options.filter((o) => o.exclusive).map((o) => o.id));
  const most = question.maxSelected ?? options.size;
  return (value, out) => {
    if (!Array.isArray(value)) return wrongShape(out, 'multiple', value);
    const chosen = value as readonly unknown[];
    if (chosen.length === 0) return out.error('nothing-selected');
    checkOptions(chosen, options, out);
    const loner = chosen.find((option) => exclusive.has(option as string)) as string | undefined;
    if (loner !== undefined && chosen.length > 1) {
      out.error('exclusive-option', { option: loner });
    } else if (chosen.length > most) out.error('too-many-selected', { most });
  };
}

function checkOptions(
  chosen: readonly unknown[],
  options: ReadonlySet<string>,
  out: Findings,
): void {
  const seen = new Set<string>();
  chosen.forEach((option, index) => {
    if (typeof option === 'string' && options.has(option) && !seen.has(option)) {
      seen.add(option);
      return;
    }
    out.within(String(index), () => {
      if (typeof option !== 'string') wrongShape(out, 'single', option);
      else if (seen.has(option)) out.error('duplicate-option', { option });
      else out.error('unknown-option', { option: shorten(option) });
    });
  });
}
