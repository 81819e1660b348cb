import { goTo, linkToken, pageAt } from '../base/address.js';
import { call } from '../base/api.js';
import { link, paragraph } from '../base/dom.js';
import { emailField, nameField, newPasswordField } from '../base/fields.js';
import { form } from '../base/form.js';
import { deviceTimeZone } from '../base/moments.js';
import { showPage } from '../base/page.js';
import { language, t } from '../base/texts.js';
import { toPrivacyNotice } from './privacy-notice.js';

/** With the link of a mail: the last step. Without: the first. */
export function showSignUp(): void {
  const token = linkToken();
  if (token === undefined) askForLink();
  else choosePassword(token);
}

function askForLink(): void {
  const request = form({
    fields: [emailField(), nameField()],
    extra: [toPrivacyNotice()],
    submit: t('sign-up.action'),
    act: async ({ email, name }) => {
      const body = { email, name, language: language(), timeZone: deviceTimeZone() };
      await call('POST', '/api/sign-ups', { body });
      showPage(
        t('sign-up.sent-title'),
        paragraph(t('sign-up.sent', { email: email ?? '' })),
        paragraph(t('mail-missing'), 'hint'),
      );
    },
  });
  showPage(
    t('sign-up.title'),
    paragraph(t('sign-up.intro')),
    request,
    link(t('sign-up.have-account'), pageAt('/account')),
  );
}

function choosePassword(token: string): void {
  const confirmation = form({
    fields: [newPasswordField()],
    submit: t('confirm.action'),
    act: async ({ password }) => {
      await call('POST', '/api/sign-ups/confirmation', { body: { token, password } });
      goTo(pageAt('/account'));
    },
    blame: { PASSWORD_UNFIT: 'password' },
  });
  showPage(t('confirm.title'), paragraph(t('confirm.intro')), confirmation);
}
