import { pageAt } from '../base/address.js';
import { call } from '../base/api.js';
import { el, link, paragraph } from '../base/dom.js';
import { newPasswordField, passwordField } from '../base/fields.js';
import { form } from '../base/form.js';
import type { Me } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { folded, makePanel, type Panel } from './panel.js';

/** Changes the password; who has none gets one by mail. */
export function passwordPanel({ factors }: Me): Promise<Panel> {
  return makePanel('password', t('password.label'), (panel) => {
    const none = [
      paragraph(t('password.none')),
      el('p', {}, link(t('forgotten.title'), pageAt('/account/forgotten'))),
    ];
    const some = [
      paragraph(t('password.text')),
      folded(t('password.change'), () => changeForm(panel)),
    ];
    return Promise.resolve(factors.hasPassword ? some : none);
  });
}

function changeForm(panel: Panel): HTMLElement {
  return form({
    fields: [passwordField('current', t('password.current')), newPasswordField(t('password.new'))],
    submit: t('password.change'),
    act: async (body) => {
      await call('PUT', '/api/me/password', { body });
      await panel.refresh(t('password.changed'));
    },
    blame: { PASSWORD_WRONG: 'current', PASSWORD_UNFIT: 'password' },
  });
}
