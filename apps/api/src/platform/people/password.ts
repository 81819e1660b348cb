import { passwordFault } from '@sukoyaka/credentials';
import { RequestProblem } from '../problems/request-problem.js';

/** @throws RequestProblem PASSWORD_UNFIT, saying why: too short, too common, about the person … */
export function assertPassword(
  password: string,
  { email, name }: { readonly email: string | null; readonly name: string | null },
): void {
  const about = { email: email ?? '', names: name === null ? [] : [name] };
  const reason = passwordFault(password, about);
  if (reason !== undefined) throw new RequestProblem('PASSWORD_UNFIT', { reason });
}
