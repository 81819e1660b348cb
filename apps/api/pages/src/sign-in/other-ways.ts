import { getIfOffered } from '../base/api.js';
import { pageAt } from '../base/address.js';
import { button } from '../base/button.js';
import { el, paragraph } from '../base/dom.js';
import type { SignedIn } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { knowsPasskeys, signInWithPasskey } from './passkey.js';

export interface Provider {
  readonly name: string;
  readonly start: string;
}

/** Other services that people of this one sign in with. */
export async function providersOffered(): Promise<readonly Provider[]> {
  const path = '/api/oidc';
  const found = await getIfOffered<{ readonly providers: readonly Provider[] }>(path);
  return found?.providers ?? [];
}

/** Ways to sign in without typing: those that browser and service both know. */
export async function otherWays(
  done: (signedIn: SignedIn) => Promise<void>,
  hint?: string,
): Promise<HTMLElement | null> {
  const providers = await providersOffered();
  const ways = [
    ...(knowsPasskeys() ? [passkeyWay(done)] : []),
    ...providers.map((each) => providerWay(each, hint)),
  ];
  if (ways.length === 0) return null;
  return el('section', { class: 'other-ways' }, el('h2', {}, t('sign-in.other-ways')), ...ways);
}

/** Signs in with a passkey. */
export function passkeyWay(done: (signedIn: SignedIn) => Promise<void>): HTMLElement {
  const press = button(t('sign-in.passkey'), async () => done(await signInWithPasskey()));
  return el('div', { class: 'way' }, press);
}

/** Leaves for another service, and comes back signed in. */
export function providerWay({ name, start }: Provider, hint?: string): HTMLElement {
  const href = `${start}?return=${encodeURIComponent(pageAt('/account'))}`;
  const text = t('sign-in.provider', { provider: name });
  return el(
    'div',
    { class: 'way' },
    el('a', { class: 'button quiet', href }, text),
    hint === undefined ? null : paragraph(hint, 'hint'),
  );
}
