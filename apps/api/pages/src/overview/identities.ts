import { pageAt } from '../base/address.js';
import { call, getAll } from '../base/api.js';
import { button } from '../base/button.js';
import { confirmFirst } from '../base/dialog.js';
import { el, paragraph } from '../base/dom.js';
import { moment } from '../base/moments.js';
import type { Me } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { type Provider, providersOffered } from '../sign-in/other-ways.js';
import { orSay, whenConfirmed } from './fresh.js';
import { makePanel, type Panel } from './panel.js';

interface Identity {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

/** Accounts with other services that sign in here. */
export function identitiesPanel({ timeZone }: Me): Promise<Panel> {
  return makePanel('identities', t('identities.title'), async (panel) => {
    const [linked, providers] = await Promise.all([
      getAll<Identity>('/api/me/identities', 'identities'),
      providersOffered(),
    ]);
    if (linked.length === 0 && providers.length === 0) return undefined;
    const others = providers.filter(({ name }) => linked.every((each) => each.name !== name));
    const items = linked.map((each) => item(panel, each, timeZone));
    return [
      paragraph(t('identities.text')),
      el('ul', { class: 'items' }, ...items),
      ...others.map((each) => linkButton(panel, each)),
    ];
  });
}

function linkButton(panel: Panel, { name }: Provider): HTMLElement {
  return button(t('identities.link', { provider: name }), () =>
    orSay(panel, async () => {
      const sent = { body: { return: pageAt('/account') } };
      const path = '/api/me/identities/start';
      const { body } = await call<{ readonly location: string }>('POST', path, sent);
      location.assign(body.location);
    }),
  );
}

function item(panel: Panel, { id, name, createdAt }: Identity, timeZone: string): HTMLElement {
  const title = t('identities.unlink');
  const unlink = button(title, () =>
    confirmFirst(title, t('identities.unlink-text', { provider: name }), title, () =>
      whenConfirmed(async () => {
        await call('DELETE', `/api/me/identities/${id}`);
        await panel.refresh(t('identities.unlinked'));
      }),
    ),
  );
  unlink.setAttribute('aria-label', `${title}: ${name}`);
  const since = t('identities.since', { at: moment(createdAt, timeZone) });
  return el(
    'li',
    { class: 'with-action' },
    el('div', {}, el('span', { class: 'item-title' }, name), el('span', { class: 'hint' }, since)),
    unlink,
  );
}
