import { createHmac } from 'node:crypto';

/**
 * The application's connection string where none is given: the same database, a role named after
 * it, and a password that only who knows the owner's can work out. Without a password of the
 * owner (a server that trusts its callers) the application has none either.
 */
export function applicationUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const role = `${databaseName(ownerUrl)}_app`;
  if (url.password !== '') {
    const key = decodeURIComponent(url.password);
    url.password = createHmac('sha256', key).update(`role ${role}`).digest('base64url');
  }
  url.username = role;
  return url.href;
}

/** The database that a connection string names; the user's name where it names none. */
export function databaseName(url: string): string {
  const { pathname, username } = new URL(url);
  return decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username);
}

/** The role that a connection string signs in as. */
export function userName(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
