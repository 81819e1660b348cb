/** An e-mail address as it is kept: without spaces around it, in lower case. */
export function emailOf(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}

/** How an address looks; whether it exists, the mail to it shows. */
const FORM = /^[^\s@"(),:;<>[\\\]\x00-\x1f\x7f]{1,64}@(?:[^\s@.]+\.)+[^\s@.]{2,}$/u;
const LONGEST = 254;

export function isEmail(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const email = emailOf(value);
  return email.length <= LONGEST && FORM.test(email) && !email.includes('..');
}
