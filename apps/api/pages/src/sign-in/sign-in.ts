import { pageAt } from '../base/address.js';
import { call } from '../base/api.js';
import { button } from '../base/button.js';
import { type Child, el, link, paragraph } from '../base/dom.js';
import { codeField, emailField, passwordField } from '../base/fields.js';
import { form } from '../base/form.js';
import { showPage } from '../base/page.js';
import type { SignedIn, Stage } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { showEnrolment } from './enrolment.js';
import { otherWays, passkeyWay } from './other-ways.js';
import { knowsPasskeys } from './passkey.js';
import { signOut } from './sign-out.js';

export interface SignInOptions {
  /** Called once the sign-in is complete. */
  readonly done: () => Promise<void>;
  /** What is said first. */
  readonly intro?: readonly Child[];
  readonly email?: string;
  /** What to know of signing in through another service, which leaves this page. */
  readonly providerHint?: string;
}

/** Leads through a sign-in, from whatever has been done of it already. */
export async function showSignIn(options: SignInOptions, stage?: Stage): Promise<void> {
  if (stage === undefined) return showPassword(options);
  if (stage === 'second-factor') return showCode(options);
  if (stage === 'enrolment') return showEnrolment(options.done);
  return options.done();
}

async function showPassword(options: SignInOptions): Promise<void> {
  const next = ({ stage }: SignedIn) => showSignIn(options, stage);
  const password = form({
    fields: [emailField(options.email), passwordField()],
    submit: t('sign-in.action'),
    act: async (body) => next((await call<SignedIn>('POST', '/api/session', { body })).body),
  });
  const ways = el(
    'ul',
    { class: 'ways' },
    el('li', {}, link(t('sign-in.forgotten'), pageAt('/account/forgotten'))),
    options.email === undefined
      ? el('li', {}, link(t('sign-in.sign-up'), pageAt('/account/sign-up')))
      : null,
  );
  const others = await otherWays(next, options.providerHint);
  showPage(t('sign-in.title'), ...(options.intro ?? []), password, ways, others);
}

function showCode(options: SignInOptions): void {
  const next = ({ stage }: SignedIn) => showSignIn(options, stage);
  const code = form({
    fields: [codeField(t('second-factor.hint'))],
    submit: t('second-factor.action'),
    act: async (body) => {
      await next((await call<SignedIn>('POST', '/api/session/second-factor', { body })).body);
    },
    blame: { SECOND_FACTOR_WRONG: 'code' },
    beside: [button(t('second-factor.leave'), signOut)],
  });
  showPage(
    t('second-factor.title'),
    paragraph(t('second-factor.intro')),
    code,
    knowsPasskeys()
      ? el(
          'section',
          { class: 'other-ways' },
          el('h2', {}, t('second-factor.other')),
          passkeyWay(next),
        )
      : null,
  );
}
