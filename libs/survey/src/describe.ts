import type { Locale } from '@sukoyaka/kernel';
import { translator, type Translate } from '@sukoyaka/localisation';
import type { Question } from './definition.js';
import type { Finding, Problem, ProblemCode } from './problem.js';

interface QuestionSource {
  question(id: string): Question | undefined;
}

/** Puts findings into words: option and item ids become the words that the reader has seen. */
export function describe(
  findings: readonly Finding[],
  survey: QuestionSource,
  locale: Locale,
): readonly Problem[] {
  if (findings.length === 0) return [];
  const t = translator(locale, 'survey');
  return findings.map((finding) => {
    const question = finding.question === null ? undefined : survey.question(finding.question);
    const params = readable(finding, question, locale, t);
    const part = absentPart(finding);
    const key = part === undefined ? `problem.${finding.code}` : 'absent';
    return {
      ...finding,
      reason: t(`${key}.reason`, { ...params, part: part ?? '' }),
      remedy: t(`${key}.remedy`, { ...params, part: part ?? '' }),
    };
  });
}

/** The part of a value that is not there at all: "found nothing" would say less than its name. */
function absentPart({ path, params }: Finding): string | undefined {
  return params['found'] === 'undefined' ? path.split('/').at(-1) : undefined;
}

/** Problems whose remedy lists what can be chosen. */
const OFFERS_OPTIONS: ReadonlySet<ProblemCode> = new Set(['unknown-option', 'unknown-item']);

function readable(
  { code, params }: Finding,
  question: Question | undefined,
  locale: Locale,
  t: Translate,
): Record<string, string | number> {
  const words: Record<string, string | number> = { ...params };
  for (const key of ['option', 'item', 'limit'] as const) {
    const label = typeof words[key] === 'string' && labelOf(words[key], question, locale);
    if (label) words[key] = label;
  }
  for (const key of ['expected', 'found'] as const) {
    if (typeof words[key] === 'string') words[key] = shapeName(words[key], t);
  }
  if (question && OFFERS_OPTIONS.has(code)) words['options'] = optionIds(question);
  return words;
}

/** The name of a value's shape; what has no name (an edition id) stands for itself. */
function shapeName(shape: string, t: Translate): string {
  return SHAPES.has(shape) ? t(`shape.${shape}`) : shape;
}

const SHAPES = new Set(
  `single multiple yes-progress-no number percentage year-table year-row date text evidence
  evidence-item consent not-applicable per-site answers organisation site null list object string
  boolean undefined`.split(/\s+/),
);

function labelOf(id: string, question: Question | undefined, locale: Locale): string | undefined {
  if (question?.type === 'year-table') {
    return question.items.find((item) => item.id === id)?.label[locale];
  }
  if (question?.type === 'single' || question?.type === 'multiple') {
    return question.options.find((option) => option.id === id)?.text[locale];
  }
  return undefined;
}

function optionIds(question: Question): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.map((option) => option.id).join(', ');
    case 'yes-progress-no':
      return 'yes, in-progress, no';
    case 'year-table':
      return question.items.map((item) => item.id).join(', ');
    default:
      return '';
  }
}
