import { isMailAddress } from '@sukoyaka/mail';

/** An e-mail address as it is kept: without spaces around it, in lower case. */
export function emailOf(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}

/** Whether mail can be sent to what is kept of `value`; whether it is read, the mail shows. */
export function isEmail(value: unknown): boolean {
  return typeof value === 'string' && isMailAddress(emailOf(value));
}
