import { pageAt } from '../base/address.js';
import { get } from '../base/api.js';
import { el, paragraph } from '../base/dom.js';
import { day } from '../base/moments.js';
import { showPage } from '../base/page.js';
import type { Localised, TextVersions } from '../base/shapes.js';
import { language, t } from '../base/texts.js';

/** What is kept about people, why and for how long: the privacy notice in force. */
export async function showPrivacyNotice(): Promise<void> {
  const { current, versions } = await get<TextVersions>('/api/consent-texts/contact-notice');
  const notice = versions.find(({ version }) => version === current);
  if (notice === undefined) throw new Error('The text in force is among the versions');
  const worded = (each: Localised) => each[language()] ?? '';
  const since = { version: notice.version, day: day(notice.effectiveFrom) };
  showPage(
    worded(notice.title),
    paragraph(worded(notice.summary)),
    el(
      'article',
      { class: 'panel' },
      ...notice.paragraphs.flatMap(({ heading, text }) => [
        el('h2', {}, worded(heading)),
        paragraph(worded(text)),
      ]),
    ),
    paragraph(t('notice.version', since), 'hint'),
  );
}

/** The way to it from where people give their data; what they have typed meanwhile stays. */
export function toPrivacyNotice(): HTMLElement {
  const attributes = { href: pageAt('/account/privacy'), target: '_blank', rel: 'noopener' };
  return el('p', {}, el('a', attributes, t('notice.open')));
}
