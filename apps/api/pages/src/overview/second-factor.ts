import { call, get } from '../base/api.js';
import { button } from '../base/button.js';
import { confirmFirst } from '../base/dialog.js';
import { type Child, el, moveTo, paragraph } from '../base/dom.js';
import type { Factors, Me, RecoveryCodes } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { showRecoveryCodes } from '../sign-in/recovery-codes.js';
import { totpSetup } from '../sign-in/totp-setup.js';
import { orSay, whenConfirmed } from './fresh.js';
import { makePanel, type Panel } from './panel.js';

/** The authenticator app, and the codes for when it is lost. */
export function secondFactorPanel(): Promise<Panel> {
  return makePanel('second-factor', t('factors.title'), async (panel) => {
    const { factors } = await get<Me>('/api/me');
    return [
      paragraph(t('factors.text')),
      el('h3', {}, t('factors.app')),
      ...(factors.hasTotp ? appInUse(panel) : noApp(panel)),
      ...recovery(panel, factors),
    ];
  });
}

function noApp(panel: Panel): readonly Child[] {
  const place = el('div');
  const begin = button(t('factors.app-set-up'), () =>
    orSay(panel, async () => {
      const setup = await totpSetup(
        async (codes) => {
          await showRecoveryCodes(codes);
          await panel.refresh(t('factors.app-added'));
        },
        button(t('cancel'), () => panel.refresh()),
      );
      begin.hidden = true;
      place.replaceChildren(setup);
      moveTo(place);
    }),
  );
  return [paragraph(t('factors.app-none')), begin, place];
}

function appInUse(panel: Panel): readonly Child[] {
  const remove = button(t('factors.app-remove'), () =>
    confirmFirst(
      t('factors.app-remove'),
      t('factors.app-remove-text'),
      t('factors.app-remove-action'),
      () =>
        whenConfirmed(async () => {
          await call('DELETE', '/api/me/totp');
          await panel.refresh(t('factors.app-removed'));
        }),
    ),
  );
  return [paragraph(t('factors.app-in-use')), remove];
}

function recovery(panel: Panel, factors: Factors): readonly Child[] {
  if (!factors.hasTotp && factors.passkeys === 0) return [];
  const renew = button(t('recovery.renew'), () =>
    confirmFirst(t('recovery.renew'), t('recovery.renew-text'), t('recovery.renew-action'), () =>
      whenConfirmed(async () => {
        const { body } = await call<RecoveryCodes>('POST', '/api/me/recovery-codes');
        await showRecoveryCodes(body.recoveryCodes);
        await panel.refresh();
      }),
    ),
  );
  return [
    el('h3', {}, t('recovery.title')),
    paragraph(t('recovery.left', { count: factors.recoveryCodes })),
    renew,
  ];
}
