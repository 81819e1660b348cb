import { get, Problem } from './api.js';
import type { Me, Session } from './shapes.js';

/** Who is signed in with this browser, as far as they have come. */
export async function currentSession(): Promise<Session | undefined> {
  try {
    return await get<Session>('/api/session');
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return undefined;
    throw error;
  }
}

/** The address of who is signed in completely. */
export async function ownEmail(): Promise<string> {
  return (await get<Me>('/api/me')).email;
}
