import { contentHash } from '@sukoyaka/catalogue';
import { plainDigits } from '@sukoyaka/identifiers';
import type { Answers, Organisation } from '@sukoyaka/survey';

/** A registration number however it is typed: with hyphens or spaces, in digits of any script. */
export function plainNumber(typed: string): string {
  return plainDigits(typed) ?? plainName(typed);
}

/** A name however it is typed: its letters and digits, without width, case and punctuation. */
export function plainName(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * Who a sheet is of: sheets of the same registered company, else of the same name, else with the
 * same answers, are one respondent of a round.
 */
export function unitOf(organisation: Organisation | undefined, answers: Answers): string {
  const { country = '', registrationNumber = '', name = '' } = organisation ?? {};
  const known = plainNumber(registrationNumber) || plainName(name);
  return JSON.stringify([country, known || contentHash(answers)]);
}
