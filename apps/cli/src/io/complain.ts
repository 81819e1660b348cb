import { DomainError, type Locale } from '@sukoyaka/kernel';
import { type Translate, translator } from '@sukoyaka/localisation';
import { printable } from '../view/text.js';
import { type Place, Refusal } from './refusal.js';

/** Reasons of the database name folders, and what to do. */
const LONGEST_VALUE = 400;

/** What went wrong, where and what to do, in the user's language; never a stack trace. */
export function complain(error: unknown, locale: Locale): string {
  const t = translator(locale, 'cli');
  const { code, params, place } = known(error);
  const clean = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, printable(String(value), LONGEST_VALUE)]),
  );
  const where = place ? `${describePlace(place, t)}: ` : '';
  return where + sentences(t, code, clean);
}

/** An error for which there are no words is a fault of the program, and told as such. */
function sentences(t: Translate, code: string, params: Record<string, string>): string {
  try {
    return `${t(`refusal.${code}.reason`, params)}\n${t(`refusal.${code}.remedy`, params)}`;
  } catch {
    return sentences(t, 'PROGRAM_FAULT', { fault: code });
  }
}

interface Complaint {
  readonly code: string;
  readonly params: Refusal['params'];
  readonly place?: Place | undefined;
}

function known(error: unknown): Complaint {
  if (error instanceof Refusal) return error;
  if (error instanceof DomainError) {
    return { code: error.code, params: error.params as Refusal['params'] };
  }
  const fault = error instanceof Error ? error.message : String(error);
  return { code: 'PROGRAM_FAULT', params: { fault } };
}

function describePlace({ file, line, column }: Place, t: Translate): string {
  const name = file === '-' ? t('place.standard-input') : printable(file);
  if (line === undefined) return name;
  if (column === undefined) return t('place.line', { file: name, line });
  return t('place.column', { file: name, line, column });
}
