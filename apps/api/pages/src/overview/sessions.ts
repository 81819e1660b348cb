import { call, getAll } from '../base/api.js';
import { button } from '../base/button.js';
import { el, paragraph } from '../base/dom.js';
import { moment } from '../base/moments.js';
import type { Me } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { deviceOf } from './devices.js';
import { orSay } from './fresh.js';
import { makePanel, type Panel } from './panel.js';

interface OpenSession {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly method: string;
  readonly secondFactor: boolean;
  readonly userAgent: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/** Where one is signed in. */
export function sessionsPanel({ timeZone }: Me): Promise<Panel> {
  return makePanel('sessions', t('sessions.title'), async (panel) => {
    const sessions = await getAll<OpenSession>('/api/me/sessions', 'sessions');
    const own = [...sessions].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
    const items = own.map((each) => item(panel, each, timeZone));
    return [
      paragraph(t('sessions.text')),
      el('ul', { class: 'items' }, ...items),
      sessions.length > 1 ? endOthers(panel) : null,
    ];
  });
}

function item(panel: Panel, session: OpenSession, timeZone: string): HTMLElement {
  const device = deviceOf(session.userAgent);
  const since = moment(session.createdAt, timeZone);
  const seen = moment(session.lastSeenAt, timeZone);
  const how = t(`sessions.method.${session.method}`);
  const lines = [
    t('sessions.since', { at: since, method: how }),
    session.isCurrent ? null : t('sessions.seen', { at: seen }),
  ];
  const text = el(
    'div',
    {},
    el('span', { class: 'item-title' }, device),
    session.isCurrent ? el('span', { class: 'badge' }, t('sessions.current')) : null,
    ...lines.map((line) => (line === null ? null : el('span', { class: 'hint' }, line))),
  );
  return el(
    'li',
    { class: 'with-action' },
    text,
    session.isCurrent ? null : end(panel, session, device),
  );
}

function end(panel: Panel, { id }: OpenSession, device: string): HTMLElement {
  const press = button(t('sessions.end'), () =>
    orSay(panel, async () => {
      await call('DELETE', `/api/me/sessions/${id}`);
      await panel.refresh(t('sessions.ended'));
    }),
  );
  press.setAttribute('aria-label', `${t('sessions.end')}: ${device}`);
  return press;
}

function endOthers(panel: Panel): HTMLElement {
  return button(t('sessions.end-others'), () =>
    orSay(panel, async () => {
      await call('DELETE', '/api/me/sessions');
      await panel.refresh(t('sessions.others-ended'));
    }),
  );
}
