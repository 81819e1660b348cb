import { call } from '../base/api.js';
import { type Child, el, link, paragraph } from '../base/dom.js';
import { codeField } from '../base/fields.js';
import { form } from '../base/form.js';
import type { RecoveryCodes } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { qrCode } from './qr.js';

interface Setup {
  readonly secret: string;
  readonly uri: string;
}

/**
 * The steps to set up an authenticator app, with a new secret.
 * @param done gets the recovery codes, which are never shown again: none where there are some.
 */
export async function totpSetup(
  done: (recoveryCodes: readonly string[]) => Promise<void>,
  ...beside: readonly Child[]
): Promise<HTMLElement> {
  const { secret, uri } = (await call<Setup>('POST', '/api/me/totp')).body;
  const confirmation = form({
    fields: [codeField()],
    submit: t('totp.action'),
    act: async (body) => {
      const answer = await call<RecoveryCodes>('POST', '/api/me/totp/confirmation', { body });
      await done(answer.body.recoveryCodes);
    },
    blame: { SECOND_FACTOR_WRONG: 'code' },
    beside,
  });
  return el(
    'ol',
    { class: 'steps' },
    el('li', {}, paragraph(t('totp.step-app'))),
    el(
      'li',
      {},
      paragraph(t('totp.step-scan')),
      qrCode(uri, t('totp.qr')),
      el('p', {}, link(t('totp.open-app'), uri)),
      el('details', {}, el('summary', {}, t('totp.by-hand')), byHand(secret)),
    ),
    el('li', {}, paragraph(t('totp.step-code')), confirmation),
  );
}

function byHand(secret: string): HTMLElement {
  const grouped = secret.replace(/(.{4})(?=.)/g, '$1 ');
  return el('p', {}, t('totp.secret'), el('code', { class: 'secret' }, grouped));
}
