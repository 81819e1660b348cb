import { call, Problem } from '../base/api.js';
import { button } from '../base/button.js';
import { confirmFirst, openDialog } from '../base/dialog.js';
import { el, paragraph } from '../base/dom.js';
import { field } from '../base/field.js';
import { form, type Values } from '../base/form.js';
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
        act: async (values) => {
          const close = () => dialog.close();
          await whenConfirmed(() => eraseOrAsk(values, close));
        },
        beside: [button(t('cancel'), () => dialog.close())],
      });
      const kept = el('p', {}, t('data.erase-kept'));
      const dialog = openDialog(t('data.erase'), paragraph(t('data.erase-text')), kept, erase);
    },
    'danger',
  );
}

/** Of who is the last member somewhere, a second sign that it is meant is asked for. */
async function eraseOrAsk(values: Values, close: () => void): Promise<void> {
  try {
    await erase(values);
    close();
  } catch (error) {
    if (!(error instanceof Problem) || error.faults.length === 0) throw error;
    const { status, code, title, detail, faults } = error;
    const text = `${detail} (${faults.map((each) => each.detail).join(' · ')})`;
    if (code !== 'LAST_MEMBER') throw new Problem(status, code, title, text);
    close();
    const leaving = faults.map(({ pointer }) => pointer.split('/').at(-1) ?? '');
    confirmFirst(title, text, t('data.erase-last-action'), () =>
      whenConfirmed(() => erase({ ...values, leaving })),
    );
  }
}

async function erase(body: object): Promise<void> {
  await call('DELETE', '/api/me', { body });
  showPage(t('data.erased-title'), paragraph(t('data.erased')));
}
