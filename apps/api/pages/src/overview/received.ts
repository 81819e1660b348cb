import { getAll, Problem } from '../base/api.js';
import { type Child, el, link, paragraph } from '../base/dom.js';
import { languageTag, moment } from '../base/moments.js';
import { nameOf } from '../base/names.js';
import type { Me, OwnOrganisation, ReadableAssessment, ReceivedGrant } from '../base/shapes.js';
import { language, t } from '../base/texts.js';
import { makePanel, type Panel } from './panel.js';

/** What other organisations let one's own read; nothing where none does. */
export function receivedPanel(
  organisations: readonly OwnOrganisation[],
  { timeZone }: Me,
): Promise<Panel> {
  return makePanel('received', t('received.title'), async () => {
    const grants = (await Promise.all(organisations.map(({ id }) => receivedBy(id)))).flat();
    const open = grants.filter(({ state }) => state === 'active' || state === 'upcoming');
    if (open.length === 0) return undefined;
    return [
      paragraph(t('received.text')),
      el('ul', { class: 'items' }, ...open.map((grant) => itemOf(grant, timeZone))),
    ];
  });
}

/** Nothing for a role that may not see it. */
async function receivedBy(organisation: string): Promise<readonly ReceivedGrant[]> {
  const path = `/api/organisations/${encodeURIComponent(organisation)}/received-grants`;
  try {
    return await getAll<ReceivedGrant>(path, 'grants');
  } catch (error) {
    if (error instanceof Problem && error.status === 403) return [];
    throw error;
  }
}

function itemOf(grant: ReceivedGrant, timeZone: string): HTMLElement {
  const { giver, state, beginsAt, endsAt, note, assessments } = grant;
  const until = { begins: moment(beginsAt, timeZone), ends: moment(endsAt, timeZone) };
  return el(
    'li',
    {},
    el('span', { class: 'item-title' }, nameOf(giver.names)),
    el('span', { class: 'hint' }, t(`received.${state}`, until)),
    note === null ? null : el('span', { class: 'hint' }, t('received.note', { note })),
    ...assessments.map((each) =>
      el('div', {}, el('div', {}, periodOf(each)), el('div', {}, ...waysTo(each))),
    ),
  );
}

/** To the report, in the reader's language or beside another; else to the result. */
function waysTo({ report, result }: ReadableAssessment): readonly Child[] {
  if (report === null) return [link(t('received.result'), result)];
  const own = language();
  const both = `${own},${own === 'th' ? 'ja' : 'th'}`;
  const to = (languages: string) => `${report}?format=pdf&languages=${languages}`;
  return [link(t('received.report'), to(own)), ' · ', link(t('received.report-two'), to(both))];
}

/** Days, whatever the time zone. */
function periodOf({ periodStart, periodEnd }: ReadableAssessment): string {
  const style = { dateStyle: 'medium', timeZone: 'UTC' } as const;
  const days = new Intl.DateTimeFormat(languageTag(), style);
  return days.formatRange(new Date(periodStart), new Date(periodEnd));
}
