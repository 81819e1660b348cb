import { goTo, linkToken, pageAt } from '../base/address.js';
import { asProblem, call } from '../base/api.js';
import { button } from '../base/button.js';
import { type Child, el, paragraph } from '../base/dom.js';
import { nameField, newPasswordField } from '../base/fields.js';
import { form } from '../base/form.js';
import { countryNames, deviceTimeZone } from '../base/moments.js';
import { nameOf } from '../base/names.js';
import { notice, problemNotice, showPage } from '../base/page.js';
import { currentSession, ownEmail } from '../base/session.js';
import type { Invitation, SignedIn } from '../base/shapes.js';
import { language, t } from '../base/texts.js';
import { showSignIn } from '../sign-in/sign-in.js';
import { endSession } from '../sign-in/sign-out.js';
import { linkMissing } from './passwords.js';
import { toPrivacyNotice } from './privacy-notice.js';

/** An invitation to an organisation or to a role: what it is to, and how to accept it. */
export async function showInvitation(): Promise<void> {
  const token = linkToken();
  if (token === undefined) return showPage(t('invitation.title'), linkMissing());
  try {
    const found = await call<Invitation>('POST', '/api/invitations/lookup', { body: { token } });
    await show(token, found.body);
  } catch (error) {
    showPage(t('invitation.title'), problemNotice(asProblem(error)));
  }
}

async function show(token: string, invitation: Invitation): Promise<void> {
  if (!invitation.hasAccount) return showNewcomer(token, invitation);
  const session = await currentSession();
  if (session?.stage === 'full') return showKnown(token, invitation);
  const options = {
    intro: [facts(invitation), paragraph(t('invitation.sign-in'))],
    email: invitation.email,
    providerHint: t('invitation.provider-hint'),
    done: () => showKnown(token, invitation),
  };
  await showSignIn(options, session?.stage);
}

/** What the invitation is to. */
function facts({ organisation, role, countries, email }: Invitation): HTMLElement {
  const fact = (name: string, value: Child) => [el('dt', {}, name), el('dd', {}, value)];
  return el(
    'dl',
    { class: 'facts' },
    ...(organisation === null ? [] : fact(t('fact.organisation'), nameOf(organisation))),
    ...fact(t('fact.role'), el('span', { class: 'role' }, t(`role.${role}`))),
    ...(countries.length === 0 ? [] : fact(t('fact.countries'), countryNames(countries))),
    ...fact(t('fact.email'), email),
  );
}

function showNewcomer(token: string, invitation: Invitation): void {
  const acceptance = form({
    fields: [nameField(), newPasswordField()],
    submit: t('invitation.create'),
    // Password managers learn from it whose password is being chosen.
    extra: [hiddenUsername(invitation.email), toPrivacyNotice()],
    act: async ({ name, password }) => {
      const body = { token, name, password, language: language(), timeZone: deviceTimeZone() };
      await call('POST', '/api/invitations/acceptance', { body });
      const signIn = { body: { email: invitation.email, password } };
      const { stage } = (await call<SignedIn>('POST', '/api/session', signIn)).body;
      await showSignIn({ done: () => Promise.resolve(goTo(pageAt('/account'))) }, stage);
    },
    blame: { PASSWORD_UNFIT: 'password' },
  });
  const intro = paragraph(t('invitation.newcomer'));
  showPage(t('invitation.title'), facts(invitation), intro, acceptance);
}

function hiddenUsername(email: string): HTMLElement {
  return el('input', {
    type: 'text',
    autocomplete: 'username',
    value: email,
    hidden: true,
    readonly: true,
  });
}

async function showKnown(token: string, invitation: Invitation): Promise<void> {
  const email = await ownEmail();
  if (email !== invitation.email) return showOther(token, invitation, email);
  const accept = button(
    t('invitation.accept'),
    async () => {
      await call('POST', '/api/invitations/acceptance', { body: { token } });
      goTo(pageAt('/account'));
    },
    'primary',
  );
  const actions = el('div', { class: 'actions' }, accept);
  showPage(t('invitation.title'), facts(invitation), paragraph(t('invitation.known')), actions);
}

function showOther(token: string, invitation: Invitation, email: string): void {
  const change = button(
    t('invitation.change-account'),
    async () => {
      await endSession();
      await show(token, invitation);
    },
    'primary',
  );
  const text = t('invitation.other', { email, invited: invitation.email });
  showPage(
    t('invitation.title'),
    facts(invitation),
    notice(t('invitation.other-title'), paragraph(text)),
    el('div', { class: 'actions' }, change),
  );
}
