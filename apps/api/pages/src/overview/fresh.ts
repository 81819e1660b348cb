import { goTo, pageAt } from '../base/address.js';
import { asProblem, call, get, Problem } from '../base/api.js';
import { button } from '../base/button.js';
import { el, paragraph } from '../base/dom.js';
import { openDialog } from '../base/dialog.js';
import { codeField, passwordField } from '../base/fields.js';
import { form } from '../base/form.js';
import { problemNotice } from '../base/page.js';
import type { Me } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { passkeyWay, type Provider, providersOffered, providerWay } from '../sign-in/other-ways.js';
import { knowsPasskeys } from '../sign-in/passkey.js';
import { endSession } from '../sign-in/sign-out.js';
import type { Panel } from './panel.js';

/**
 * Does what decides about the account. Where the API wants to know again who it is, the reader is
 * asked, and it is done then.
 * @throws Problem of the action itself; nothing is done when the reader turns away.
 */
export async function whenConfirmed(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'CONFIRMATION_REQUIRED') throw error;
    const { factors } = await get<Me>('/api/me');
    if (await isConfirmed(factors, await providersOffered())) await act();
  }
}

/** Likewise for a button that has no form to show its problems in. */
export async function orSay(panel: Panel, act: () => Promise<void>): Promise<void> {
  try {
    await whenConfirmed(act);
  } catch (error) {
    panel.say(problemNotice(asProblem(error)));
  }
}

function isConfirmed(
  { hasPassword, hasTotp, passkeys }: Me['factors'],
  providers: readonly Provider[],
): Promise<boolean> {
  return new Promise((resolve) => {
    let isRight = false;
    const right = () => {
      isRight = true;
      dialog.close();
      return Promise.resolve();
    };
    const leave = button(t('cancel'), () => dialog.close());
    const hasPasskey = passkeys > 0 && knowsPasskeys();
    const ways = [
      ...(hasPassword ? [passwordWay(right, hasTotp || passkeys > 0)] : []),
      ...(hasPasskey ? [passkeyWay(right)] : []),
      ...(hasPassword || hasPasskey ? [] : signInAgain(providers)),
    ];
    const dialog = openDialog(
      t('fresh.title'),
      paragraph(t('fresh.text')),
      ...ways,
      el('div', { class: 'actions' }, leave),
    );
    dialog.element.addEventListener('close', () => resolve(isRight));
  });
}

function passwordWay(done: () => Promise<void>, needsCode: boolean): HTMLElement {
  return form({
    fields: [passwordField(), ...(needsCode ? [codeField(t('second-factor.hint'))] : [])],
    submit: t('fresh.action'),
    act: async (body) => {
      await call('POST', '/api/session/confirmation', { body });
      await done();
    },
    blame: { PASSWORD_WRONG: 'password', SECOND_FACTOR_WRONG: 'code' },
  });
}

/**
 * Of who only ever signs in through another service: it asks anew who comes from a session that
 * goes on, while who has signed out would come back by what it remembers.
 */
function signInAgain(providers: readonly Provider[]): readonly HTMLElement[] {
  const leave = async () => {
    await endSession();
    goTo(pageAt('/account'));
  };
  const ways =
    providers.length > 0
      ? providers.map((each) => providerWay(each))
      : [button(t('fresh.sign-in-again'), leave)];
  return [paragraph(t('fresh.elsewhere')), ...ways];
}
