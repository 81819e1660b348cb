import { asProblem, getIfOffered } from '../base/api.js';
import { chosenLanguage } from '../base/address.js';
import { button, el, paragraph } from '../base/dom.js';
import { problemNotice } from '../base/page.js';
import type { SignedIn } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { knowsPasskeys, signInWithPasskey } from './passkey.js';

interface Provider {
  readonly name?: string | null;
}

/** Ways to sign in without typing: those that browser and service both know. */
export async function otherWays(
  done: (signedIn: SignedIn) => Promise<void>,
  hint?: string,
): Promise<HTMLElement | null> {
  const provider = await getIfOffered<Provider>('/api/oidc').catch(() => undefined);
  const ways = [
    ...(knowsPasskeys() ? [passkeyWay(done)] : []),
    ...(provider?.name == null ? [] : [providerWay(provider.name, hint)]),
  ];
  if (ways.length === 0) return null;
  return el('section', { class: 'other-ways' }, el('h2', {}, t('sign-in.other-ways')), ...ways);
}

/** Signs in with a passkey, and says below the button why it could not. */
export function passkeyWay(done: (signedIn: SignedIn) => Promise<void>): HTMLElement {
  const place = el('div');
  const press = button(t('sign-in.passkey'), async () => {
    place.replaceChildren();
    try {
      await done(await signInWithPasskey());
    } catch (error) {
      place.replaceChildren(problemNotice(asProblem(error)));
    }
  });
  return el('div', { class: 'way' }, press, place);
}

function providerWay(name: string, hint: string | undefined): HTMLElement {
  const chosen = chosenLanguage();
  const back = chosen === null ? '/account' : `/account?lang=${chosen}`;
  const href = `/api/oidc/start?return=${encodeURIComponent(back)}`;
  const text = t('sign-in.provider', { provider: name });
  return el(
    'div',
    { class: 'way' },
    el('a', { class: 'button quiet', href }, text),
    hint === undefined ? null : paragraph(hint, 'hint'),
  );
}
