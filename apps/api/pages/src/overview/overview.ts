import { get, getAll } from '../base/api.js';
import { button } from '../base/button.js';
import { type Child, el } from '../base/dom.js';
import { showPage } from '../base/page.js';
import type { Me, OwnOrganisation, Session } from '../base/shapes.js';
import { t } from '../base/texts.js';
import { signOut } from '../sign-in/sign-out.js';
import { dataPanel } from './data.js';
import { identitiesPanel } from './identities.js';
import { logPanel } from './log.js';
import { organisationsPanel } from './organisations.js';
import type { Panel } from './panel.js';
import { passkeysPanel } from './passkeys.js';
import { passwordPanel } from './password.js';
import { profilePanel } from './profile.js';
import { receivedPanel } from './received.js';
import { secondFactorPanel } from './second-factor.js';
import { sessionsPanel } from './sessions.js';

/** Everything about one's own account. */
export async function showOverview(session: Session, intro: readonly Child[]): Promise<void> {
  const [me, organisations] = await Promise.all([
    get<Me>('/api/me'),
    getAll<OwnOrganisation>('/api/organisations', 'organisations'),
  ]);
  const panels = await Promise.all([
    organisationsPanel(organisations, session),
    receivedPanel(organisations, me),
    profilePanel(),
    passwordPanel(me),
    secondFactorPanel(),
    passkeysPanel(me),
    identitiesPanel(me),
    sessionsPanel(me),
    logPanel(me),
    dataPanel(me),
  ]);
  const who = el(
    'div',
    { class: 'who' },
    el('p', {}, el('strong', {}, me.name), el('span', { class: 'hint' }, me.email)),
    button(t('sign-out'), signOut),
  );
  showPage(
    t('account.title'),
    ...intro,
    who,
    contents(panels),
    ...panels.map(({ element }) => element),
  );
}

/** The way to each part. */
function contents(panels: readonly Panel[]): HTMLElement {
  const items = panels
    .filter(({ element }) => !element.hidden)
    .map(({ element }) => {
      const title = element.querySelector('h2')?.textContent ?? '';
      return el('li', {}, el('a', { href: `#${element.id}` }, title));
    });
  return el(
    'nav',
    { class: 'contents', 'aria-label': t('account.contents') },
    el('ul', {}, ...items),
  );
}
