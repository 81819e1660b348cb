import { call } from '../base/api.js';
import { openDialog } from '../base/dialog.js';
import { button, el, paragraph } from '../base/dom.js';
import { field } from '../base/field.js';
import { form } from '../base/form.js';
import { showPage } from '../base/page.js';
import type { Me } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { whenConfirmed } from './fresh.js';

/** Erases the account, once its address has been typed: no slip of a finger does. */
export function erasure({ email }: Me): HTMLElement {
  return button(
    t('data.erase-action'),
    () => {
      const typed = field({
        name: 'email',
        label: t('data.erase-email'),
        kind: 'email',
        hint: t('data.erase-hint', { email }),
        autocomplete: 'off',
      });
      const erase = form({
        fields: [typed],
        submit: t('data.erase-action'),
        kind: 'danger',
        act: async (body) => {
          await whenConfirmed(async () => {
            await call('DELETE', '/api/me', { body });
            dialog.close();
            showPage(t('data.erased-title'), paragraph(t('data.erased')));
          });
        },
        beside: [button(t('cancel'), () => dialog.close())],
      });
      const kept = el('p', {}, t('data.erase-kept'));
      const dialog = openDialog(t('data.erase'), paragraph(t('data.erase-text')), kept, erase);
    },
    'danger',
  );
}
