import { pageAt } from '../base/address.js';
import { get } from '../base/api.js';
import { el, paragraph } from '../base/dom.js';
import { day } from '../base/moments.js';
import { showPage } from '../base/page.js';
import type { Installation, Localised, TextVersions } from '../base/shapes.js';
import { language, t } from '../base/texts.js';
import { facts } from '../overview/panel.js';

/** What is kept about people, why and for how long: the privacy notice in force. */
export async function showPrivacyNotice(): Promise<void> {
  const [{ current, versions }, installation] = await Promise.all([
    get<TextVersions>('/api/consent-texts/contact-notice'),
    get<Installation>('/api/installation'),
  ]);
  const notice = versions.find(({ version }) => version === current);
  if (notice === undefined) throw new Error('The text in force is among the versions');
  const worded = (each: Localised) => each[language()] ?? '';
  const since = { version: notice.version, day: day(notice.effectiveFrom) };
  showPage(
    worded(notice.title),
    paragraph(worded(notice.summary)),
    ofInstallation(installation),
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

/** What the text cannot know: who is responsible here, and the periods that hold here. */
function ofInstallation({ operator, keptDays }: Installation): HTMLElement {
  const kept = [
    [t('notice.sessions'), keptDays.sessions],
    [t('notice.mails'), keptDays.mails],
    [t('notice.contacts'), keptDays.contacts],
  ] as const;
  const periods = kept.map(([name, count]) => [name, t('notice.days', { count })] as const);
  const who =
    operator === null
      ? paragraph(t('notice.unnamed'))
      : facts([t('notice.operator'), operator.name], [t('notice.contact'), operator.contact]);
  const parts = [
    el('h2', {}, t('notice.who')),
    who,
    el('h2', {}, t('notice.kept')),
    facts(...periods),
  ];
  return el('section', { class: 'panel' }, ...parts);
}

/** The way to it from where people give their data; what they have typed meanwhile stays. */
export function toPrivacyNotice(): HTMLElement {
  const attributes = { href: pageAt('/account/privacy'), target: '_blank', rel: 'noopener' };
  return el('p', {}, el('a', attributes, t('notice.open')));
}
