import type { Choice } from './field.js';
import { deviceTimeZone, languageTag } from './moments.js';
import { hasText, t } from './texts.js';

/** Where the product's organisations are. */
const ZONES = [
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
];

/** The zones to choose from: those of the region, the device's and the one that was chosen before. */
export function timeZones(current: string): readonly Choice[] {
  const zones = [...new Set([...ZONES, deviceTimeZone(), current])];
  return zones.map((value) => ({ value, text: `${placeOf(value)} (${offsetOf(value)})` }));
}

function placeOf(zone: string): string {
  return hasText(`place.${zone}`) ? t(`place.${zone}`) : zone;
}

function offsetOf(timeZone: string): string {
  const format = new Intl.DateTimeFormat(languageTag(), { timeZone, timeZoneName: 'longOffset' });
  const part = format.formatToParts().find(({ type }) => type === 'timeZoneName');
  return (part?.value ?? timeZone).replace('GMT', 'UTC');
}
