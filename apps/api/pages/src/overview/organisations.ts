import { el, paragraph } from '../base/dom.js';
import { countryNames } from '../base/moments.js';
import { nameOf } from '../base/names.js';
import type { OwnOrganisation, Session } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { makePanel, type Panel } from './panel.js';

/** Where one belongs, and as what. */
export function organisationsPanel(
  organisations: readonly OwnOrganisation[],
  { roles, countries }: Session,
): Promise<Panel> {
  const own = organisations.map(({ names, role }) =>
    el(
      'li',
      {},
      el('span', { class: 'item-title' }, nameOf(names)),
      el('span', { class: 'role' }, t(`role.${role}`)),
    ),
  );
  const beside = roles.map((role) => {
    const where = countries.length === 0 ? null : ` – ${countryNames(countries)}`;
    return el('li', {}, el('span', { class: 'item-title role' }, t(`role.${role}`)), where);
  });
  const items = [...own, ...beside];
  return makePanel('organisations', t('organisations.title'), () =>
    Promise.resolve([
      items.length === 0
        ? paragraph(t('organisations.none'))
        : el('ul', { class: 'items' }, ...items),
    ]),
  );
}
