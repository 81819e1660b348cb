import { PROBLEMS, type ProblemDetails, type ProblemItem } from '@sukoyaka/contract';
import type { Locale } from '@sukoyaka/kernel';
import { translator } from '@sukoyaka/localisation';
import type { RequestProblem } from './request-problem.js';

/** Puts a problem into the words of its reader. */
export function problemDetails(
  problem: RequestProblem,
  locale: Locale,
  correlationId: string,
): ProblemDetails {
  const translate = translator(locale, 'errors');
  const { code, members } = problem;
  const params = { ...problem.params, correlationId };
  const faults = (members.faults ?? []).map(({ pointer, rule, params: named }): ProblemItem => ({
    pointer,
    code: rule,
    detail: translate(`rule.${rule}`, named),
  }));
  return {
    type: `/api/problems/${code}`,
    title: translate(`${code}.title`),
    status: PROBLEMS[code],
    detail: translate(`${code}.detail`, params),
    code,
    errors: [...faults, ...(members.worded ?? [])],
    correlationId,
    ...members.conflict,
  };
}
