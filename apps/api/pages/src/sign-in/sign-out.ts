import { goTo, pageAt } from '../base/address.js';
import { call, Problem } from '../base/api.js';

/** Ends the session; one that has ended by itself is as good. */
export async function signOut(): Promise<void> {
  await endSession();
  goTo(pageAt('/account'));
}

/** Likewise, and stays on the page. */
export async function endSession(): Promise<void> {
  try {
    await call('DELETE', '/api/session');
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
  }
}
