import { FIELD_RULES, type FieldRule } from '@sukoyaka/contract';
import type { ErrorParams } from '@sukoyaka/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { type FieldFault, RequestProblem } from '../problems/request-problem.js';

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true } as const;
/** Named at most, so that a hostile body cannot make an answer larger than itself. */
const MOST_FAULTS = 100;

/**
 * Makes `input` an instance of a request's class, having checked each field.
 * @throws RequestProblem REQUEST_INVALID with the place of each fault.
 */
export function validated<T extends object>(of: new () => T, input: unknown): T {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw invalid([{ pointer: '', rule: 'object' }]);
  }
  const instance = plainToInstance(of, input);
  const faults = validateSync(instance, OPTIONS).flatMap((error) => faultsOf(error, ''));
  if (faults.length > 0) throw invalid(faults.slice(0, MOST_FAULTS));
  return instance;
}

function invalid(faults: readonly FieldFault[]): RequestProblem {
  return new RequestProblem('REQUEST_INVALID', {}, { faults });
}

function faultsOf(error: ValidationError, above: string): FieldFault[] {
  const key = error.property.replaceAll('~', '~0').replaceAll('/', '~1');
  const pointer = `${above}/${key}`;
  const own = Object.keys(error.constraints ?? {}).map((name) => fault(error, name, pointer));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

function fault(error: ValidationError, constraint: string, pointer: string): FieldFault {
  if (constraint === 'whitelistValidation') return { pointer, rule: 'unknown-field' };
  if (error.value === undefined) return { pointer, rule: 'required' };
  const params = error.contexts?.[constraint] as ErrorParams | undefined;
  return { pointer, rule: ruleOf(constraint), ...(params ? { params } : {}) };
}

function ruleOf(constraint: string): FieldRule {
  return FIELD_RULES.find((name) => name === constraint) ?? 'object';
}
