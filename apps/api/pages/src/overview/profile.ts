import { goTo } from '../base/address.js';
import { call, Problem } from '../base/api.js';
import { field } from '../base/field.js';
import { nameField } from '../base/fields.js';
import { form, type Values } from '../base/form.js';
import { languageChoices } from '../base/languages.js';
import type { Me } from '../base/shapes.js';
import { language, t } from '../base/texts.js';
import { timeZones } from '../base/timezones.js';
import { facts, folded, makePanel, type Panel } from './panel.js';

/** Name, language and time zone. */
export function profilePanel(): Promise<Panel> {
  return makePanel('profile', t('profile.title'), async (panel) => {
    const { body: me, etag } = await call<Me>('GET', '/api/me');
    const zones = timeZones(me.timeZone);
    const nameOfZone = zones.find(({ value }) => value === me.timeZone)?.text;
    const languages = languageChoices();
    const nameOfLanguage = languages.find(({ value }) => value === me.language)?.text;
    const change = () =>
      form({
        fields: [
          nameField(me.name),
          field({
            name: 'language',
            label: t('profile.language'),
            value: me.language,
            choices: languages,
          }),
          field({
            name: 'timeZone',
            label: t('profile.time-zone'),
            value: me.timeZone,
            choices: zones,
          }),
        ],
        submit: t('save'),
        act: (values) => save(panel, values, etag),
      });
    return [
      facts(
        [t('name.label'), me.name],
        [t('profile.language'), nameOfLanguage],
        [t('profile.time-zone'), nameOfZone],
      ),
      folded(t('profile.change'), change),
    ];
  });
}

async function save(panel: Panel, body: Values, version: string | null): Promise<void> {
  try {
    await call('PUT', '/api/me', { body, version });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'VERSION_CONFLICT') throw error;
    // The other one who saved was the same person, in another window.
    return panel.refresh(t('profile.conflict'));
  }
  const chosen = body['language'];
  if (chosen !== language()) return goTo(`/account?lang=${chosen}`);
  await panel.refresh(t('saved'));
}
