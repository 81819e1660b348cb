import { field, type Field } from './field.js';
import { t } from './texts.js';

export function emailField(value?: string): Field {
  const label = t('email.label');
  return field({
    name: 'email',
    label,
    kind: 'email',
    autocomplete: 'username',
    ...(value === undefined ? {} : { value }),
  });
}

/** The password that holds until now. */
export function passwordField(name = 'password', label = t('password.label')): Field {
  return field({ name, label, kind: 'password', autocomplete: 'current-password' });
}

/** A password that is being chosen. */
export function newPasswordField(label = t('password.label')): Field {
  return field({
    name: 'password',
    label,
    kind: 'password',
    autocomplete: 'new-password',
    hint: t('password.hint'),
  });
}

export function nameField(value?: string): Field {
  return field({
    name: 'name',
    label: t('name.label'),
    autocomplete: 'name',
    max: 100,
    ...(value === undefined ? {} : { value }),
  });
}

/** Six digits of an authenticator app; where they may be lost, also a recovery code. */
export function codeField(hint?: string): Field {
  return field({
    name: 'code',
    label: t('code.label'),
    kind: 'code',
    autocomplete: 'one-time-code',
    max: 100,
    ...(hint === undefined ? {} : { hint }),
  });
}
