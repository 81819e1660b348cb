/** Something wrong with a definition, for its author: where, what, and in plain English. */
export interface DefinitionFault {
  /** Section, question or rule, such as `policy/policy-written`. */
  readonly at: string;
  readonly fault: string;
}

export type Report = (fault: string) => void;
