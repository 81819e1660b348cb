import { getIfOffered } from '../base/api.js';
import { el, paragraph } from '../base/dom.js';
import { moment } from '../base/moments.js';
import type { Me } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { makePanel, type Panel } from './panel.js';

interface Happened {
  readonly at: string;
  /** What happened, in the reader's language. */
  readonly text: string;
}

interface Log {
  readonly events: readonly Happened[];
}

/** More than a reader looks through; the rest is in the export. */
const MOST = 20;

/** What has happened to the account, newest first. */
export function logPanel({ timeZone }: Me): Promise<Panel> {
  return makePanel('log', t('log.title'), async () => {
    const log = await getIfOffered<Log>(`/api/me/audit?limit=${MOST}`);
    if (log === undefined) return undefined;
    const items = log.events.map(({ at, text }) =>
      el('li', {}, el('time', { datetime: at, class: 'hint' }, moment(at, timeZone)), text),
    );
    return [paragraph(t('log.text')), el('ol', { class: 'items' }, ...items)];
  });
}
