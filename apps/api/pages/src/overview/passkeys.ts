import { call, getIfOffered } from '../base/api.js';
import { button } from '../base/button.js';
import { confirmFirst } from '../base/dialog.js';
import { type Child, el, paragraph } from '../base/dom.js';
import { field } from '../base/field.js';
import { form } from '../base/form.js';
import { moment } from '../base/moments.js';
import type { Me } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { addPasskey, knowsPasskeys } from '../sign-in/passkey.js';
import { showRecoveryCodes } from '../sign-in/recovery-codes.js';
import { whenConfirmed } from './fresh.js';
import { folded, makePanel, type Panel } from './panel.js';

interface Passkey {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
}

interface Passkeys {
  readonly passkeys: readonly Passkey[];
}

/** Passkeys of one's devices. */
export function passkeysPanel({ timeZone }: Me): Promise<Panel> {
  return makePanel('passkeys', t('passkeys.title'), async (panel) => {
    const found = await getIfOffered<Passkeys>('/api/me/passkeys');
    if (found === undefined) return undefined;
    const items = found.passkeys.map((each) => item(panel, each, timeZone));
    return [
      paragraph(t('passkeys.text')),
      items.length === 0 ? paragraph(t('passkeys.none')) : el('ul', { class: 'items' }, ...items),
      addition(panel),
    ];
  });
}

function addition(panel: Panel): Child {
  if (!knowsPasskeys()) return paragraph(t('passkeys.unknown'), 'hint');
  const label = () => field({ name: 'label', label: t('passkeys.label'), max: 60 });
  const add = () =>
    form({
      fields: [label()],
      submit: t('passkeys.add'),
      act: ({ label: named = '' }) =>
        whenConfirmed(async () => {
          await showRecoveryCodes(await addPasskey(named));
          await panel.refresh(t('passkeys.added'));
        }),
    });
  return folded(t('passkeys.add'), add);
}

function item(panel: Panel, { id, label, createdAt }: Passkey, timeZone: string): HTMLElement {
  const remove = button(t('passkeys.remove'), () =>
    confirmFirst(
      t('passkeys.remove'),
      t('passkeys.remove-text', { label }),
      t('passkeys.remove'),
      () =>
        whenConfirmed(async () => {
          await call('DELETE', `/api/me/passkeys/${id}`);
          await panel.refresh(t('passkeys.removed'));
        }),
    ),
  );
  remove.setAttribute('aria-label', `${t('passkeys.remove')}: ${label}`);
  const since = t('passkeys.since', { at: moment(createdAt, timeZone) });
  return el(
    'li',
    { class: 'with-action' },
    el('div', {}, el('span', { class: 'item-title' }, label), el('span', { class: 'hint' }, since)),
    remove,
  );
}
