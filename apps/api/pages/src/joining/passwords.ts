import { linkToken, pageAt } from '../base/address.js';
import { call } from '../base/api.js';
import { el, link, paragraph } from '../base/dom.js';
import { emailField, newPasswordField } from '../base/fields.js';
import { form } from '../base/form.js';
import { notice, showPage } from '../base/page.js';
import { t } from '../base/texts.js';

/** Asks for a link to set a new password. */
export function showForgotten(): void {
  const request = form({
    fields: [emailField()],
    submit: t('forgotten.action'),
    act: async ({ email }) => {
      await call('POST', '/api/password-resets', { body: { email } });
      showPage(
        t('forgotten.sent-title'),
        paragraph(t('forgotten.sent', { email: email ?? '' })),
        paragraph(t('mail-missing'), 'hint'),
      );
    },
  });
  showPage(
    t('forgotten.title'),
    paragraph(t('forgotten.intro')),
    request,
    link(t('back-to-sign-in'), pageAt('/account')),
  );
}

/** Sets the password by the link of a mail. */
export function showReset(): void {
  const token = linkToken();
  const another = el('p', {}, link(t('link-missing.again'), pageAt('/account/forgotten')));
  if (token === undefined) return showPage(t('reset.title'), linkMissing(), another);
  const reset = form({
    fields: [newPasswordField(t('password.new'))],
    submit: t('reset.action'),
    act: async ({ password }) => {
      await call('POST', '/api/password-resets/confirmation', { body: { token, password } });
      const signIn = el(
        'a',
        { class: 'button primary', href: pageAt('/account') },
        t('sign-in.action'),
      );
      showPage(t('reset.done-title'), paragraph(t('reset.done')), el('p', {}, signIn));
    },
    blame: { PASSWORD_UNFIT: 'password' },
  });
  showPage(t('reset.title'), paragraph(t('reset.intro')), reset, another);
}

/** Pages that need a link of a mail say so when they are opened without, as after a reload. */
export function linkMissing(): HTMLElement {
  return notice(t('link-missing.title'), paragraph(t('link-missing.text')));
}
