import { DomainError, type ErrorParams } from '@sukoyaka/kernel';
import type { FieldRule, ProblemCode, VersionConflict } from '@sukoyaka/contract';

/** A fault of one field, before it is put into words. */
export interface FieldFault {
  /** JSON pointer into the body, or the name of a parameter or header. */
  readonly pointer: string;
  readonly rule: FieldRule;
  readonly params?: ErrorParams;
}

/** A fault that its finder has put into the reader's words already. */
export interface WordedFault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
  readonly remedy?: string;
}

export interface ProblemMembers {
  readonly faults?: readonly FieldFault[];
  readonly worded?: readonly WordedFault[];
  readonly conflict?: VersionConflict;
}

/** A problem of the registry, with more to say than its sentence. */
export class RequestProblem extends DomainError {
  constructor(
    override readonly code: ProblemCode,
    params: ErrorParams = {},
    readonly members: ProblemMembers = {},
  ) {
    super(code, params);
  }
}
