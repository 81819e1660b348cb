import { formatDate, type Translate } from '@sukoyaka/localisation';
import { type Locale } from '@sukoyaka/kernel';
import { type Instant } from './kinds.js';

/** Zones whose time has a name that readers know; the others are named by their offset alone. */
const NAMED_ZONES: ReadonlySet<string> = new Set([
  'Asia/Bangkok',
  'Asia/Brunei',
  'Asia/Ho_Chi_Minh',
  'Asia/Jakarta',
  'Asia/Kuala_Lumpur',
  'Asia/Manila',
  'Asia/Phnom_Penh',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Asia/Vientiane',
  'Asia/Yangon',
]);

/**
 * Day, time to the minute (rounded down) and zone as the language writes them; Thai in Buddhist
 * years. `timeZone` is a name of the IANA database.
 * @throws RangeError for an instant or a time zone that there is not.
 */
export function formatMoment(
  instant: Instant,
  timeZone: string,
  locale: Locale,
  words: Translate,
): string {
  const part = partsOf(new Date(instant), timeZone);
  const offset = part('timeZoneName').replace(/^GMT(\+0$)?/, 'UTC');
  const zone = NAMED_ZONES.has(timeZone)
    ? words('zone', { place: words(`place.${timeZone}`), offset })
    : offset;
  const day = formatDate(`${part('year')}-${part('month')}-${part('day')}`, locale);
  return words('moment', { day, hour: part('hour'), minute: part('minute'), zone });
}

type Part = (type: Intl.DateTimeFormatPartTypes) => string;

function partsOf(date: Date, timeZone: string): Part {
  const format = new Intl.DateTimeFormat('en-GB-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  const parts = format.formatToParts(date);
  return (type) => parts.find((each) => each.type === type)?.value ?? '';
}
