import { chosenLanguage, followLaterLinks, goTo, takeToken } from './base/address.js';
import { asProblem } from './base/api.js';
import { button } from './base/button.js';
import { problemNotice, showPage } from './base/page.js';
import { loadTexts, t } from './base/texts.js';
import { showInvitation } from './joining/invitation.js';
import { showForgotten, showReset } from './joining/passwords.js';
import { showPrivacyNotice } from './joining/privacy-notice.js';
import { showSignUp } from './joining/sign-up.js';
import { showAccount } from './overview/account.js';

const PAGES: Readonly<Record<string, () => void | Promise<void>>> = {
  '/account': showAccount,
  '/account/sign-up': showSignUp,
  '/account/invitation': showInvitation,
  '/account/staff-invitation': showInvitation,
  '/account/forgotten': showForgotten,
  '/account/password-reset': showReset,
  '/account/privacy': showPrivacyNotice,
};

async function start(): Promise<void> {
  if (location.pathname !== '/account') {
    takeToken();
    followLaterLinks();
  }
  keepLanguage();
  await loadTexts();
  try {
    await PAGES[location.pathname]?.();
  } catch (error) {
    const again = button(t('again'), () => goTo(location.href));
    showPage(t('fault.page'), problemNotice(asProblem(error)), again);
  }
}

/** The way home stays in the language that was chosen. */
function keepLanguage(): void {
  const chosen = chosenLanguage();
  const brand = document.querySelector<HTMLAnchorElement>('.brand');
  if (chosen !== null && brand !== null) brand.search = `?lang=${encodeURIComponent(chosen)}`;
}

void start();
