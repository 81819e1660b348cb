import { button } from '../base/button.js';
import { el, paragraph } from '../base/dom.js';
import { showPage } from '../base/page.js';
import { t } from '../base/texts.js';
import { addPasskey, knowsPasskeys } from './passkey.js';
import { showRecoveryCodes } from './recovery-codes.js';
import { signOut } from './sign-out.js';
import { totpSetup } from './totp-setup.js';

/** Some roles demand a second factor: it is set up before anything else. */
export async function showEnrolment(done: () => Promise<void>): Promise<void> {
  const finish = async (codes: readonly string[]) => {
    await showRecoveryCodes(codes);
    await done();
  };
  const setup = await totpSetup(finish, button(t('second-factor.leave'), signOut));
  showPage(
    t('enrolment.title'),
    paragraph(t('enrolment.intro')),
    setup,
    knowsPasskeys() ? insteadPasskey(finish) : null,
  );
}

function insteadPasskey(finish: (codes: readonly string[]) => Promise<void>): HTMLElement {
  const press = button(t('enrolment.passkey'), async () =>
    finish(await addPasskey(t('passkey.first-label'))),
  );
  return el('section', { class: 'other-ways' }, el('h2', {}, t('second-factor.other')), press);
}
