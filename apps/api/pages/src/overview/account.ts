import { chosenLanguage, goTo, pageAt, returnAddress } from '../base/address.js';
import { getIfOffered, Problem } from '../base/api.js';
import { problemNotice } from '../base/page.js';
import { currentSession } from '../base/session.js';
import type { Session } from '../base/shapes.js';
import { language, t } from '../base/texts.js';
import { showSignIn } from '../sign-in/sign-in.js';
import { showOverview } from './overview.js';

/** The sign-in for who is not signed in; else their account, in their language. */
export async function showAccount(): Promise<void> {
  const session = await currentSession();
  const problem = await returnedProblem();
  const intro = problem === undefined ? [] : [problemNotice(problem)];
  if (session?.stage === 'full') return inOwnLanguage(session, () => showOverview(session, intro));
  const done = () => Promise.resolve(goTo(returnAddress() ?? pageAt('/account')));
  await showSignIn({ done, intro }, session?.stage);
}

async function inOwnLanguage(session: Session, show: () => Promise<void>): Promise<void> {
  if (chosenLanguage() !== null || session.language === language()) return show();
  goTo(`/account?lang=${session.language}`);
}

/** Why a sign-in through another service has failed: it comes back by an address that says so. */
async function returnedProblem(): Promise<Problem | undefined> {
  const address = new URL(location.href);
  const code = address.searchParams.get('problem');
  if (code === null || !/^[A-Z_]{1,60}$/.test(code)) return undefined;
  address.searchParams.delete('problem');
  history.replaceState(null, '', address.pathname + address.search);
  const known = await getIfOffered<{ readonly title: string }>(`/api/problems/${code}`);
  const title = known?.title ?? t('fault.unknown.title');
  return new Problem(0, code, title, t('sign-in.provider-failed'));
}
