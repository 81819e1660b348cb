const HOUR = 3600;
const DAY = 24 * HOUR;

/** How long links that are mailed can be used, in seconds. */
export const SIGN_UP_SECONDS = DAY;
export const RESET_SECONDS = HOUR;
export const INVITATION_SECONDS = 14 * DAY;

/** The moment so many seconds from now. */
export function inSeconds(seconds: number): Date {
  return new Date(Date.now() + seconds * 1000);
}

/** The last moment of a day (ISO date) in UTC. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59.999Z`);
}
