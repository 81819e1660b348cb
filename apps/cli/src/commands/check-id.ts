import { checkIdentifier, IDENTIFIER_COUNTRIES, type IdentifierCheck } from '@sukoyaka/identifiers';
import { translator } from '@sukoyaka/localisation';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { printable } from '../view/text.js';
import { oneOf } from './options.js';

export function checkIdCommand(program: LocalisedCommand, session: Session): void {
  const { t } = session;
  program
    .nest('check-id')
    .argument('<th|jp>', t('argument.country'))
    .argument('<number...>', t('argument.numbers'))
    .action((country: string, numbers: readonly string[]) => checkId(session, country, numbers));
}

function checkId(session: Session, countryText: string, numbers: readonly string[]): void {
  const { t } = session;
  const country = oneOf(t('argument.country'), IDENTIFIER_COUNTRIES)(countryText.toLowerCase());
  for (const input of numbers) {
    const check = checkIdentifier(country, input);
    session.conclude(check.valid);
    if (session.json) session.emit({ country, input, ...check });
    else session.print(`${printable(input)}: ${sentence(session, check)}`);
  }
}

function sentence({ t, locale }: Session, { valid, normalised, reason }: IdentifierCheck): string {
  if (valid) return t('check-id.valid', { number: normalised ?? '' });
  return translator(locale, 'errors')(`identifier.${reason ?? 'characters'}`);
}
