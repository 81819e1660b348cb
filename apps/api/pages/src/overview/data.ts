import { el, paragraph } from '../base/dom.js';
import type { Me } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { toPrivacyNotice } from '../joining/privacy-notice.js';
import { erasure } from './erasure.js';
import { makePanel, type Panel } from './panel.js';

/** One's rights to what is kept: a copy of it, and an end to it. */
export function dataPanel(me: Me): Promise<Panel> {
  return makePanel('data', t('data.title'), () =>
    Promise.resolve([
      toPrivacyNotice(),
      el('h3', {}, t('data.export')),
      paragraph(t('data.export-text')),
      el(
        'a',
        { class: 'button quiet', href: '/api/me/export', download: true },
        t('data.export-action'),
      ),
      el('h3', {}, t('data.erase')),
      paragraph(t('data.erase-text')),
      erasure(me),
    ]),
  );
}
