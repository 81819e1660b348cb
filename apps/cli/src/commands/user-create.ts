import { randomUUID } from 'node:crypto';
import {
  addPerson,
  DEFAULT_TIME_ZONE,
  sendFirstPasswordLink,
  type SentLink,
} from '@sukoyaka/accounts';
import { LOCALES, type Locale } from '@sukoyaka/kernel';
import { serviceActor, type TenantTransaction, type Transaction } from '@sukoyaka/persistence';
import { type Installation, withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { addressOf, showLink } from '../view/link.js';
import {
  address,
  language,
  personName,
  type Position,
  type PositionOptions,
  positionOf,
  timeZone,
} from './user-options.js';

interface Options extends PositionOptions {
  readonly email: string;
  readonly name: string;
  readonly language: Locale;
  readonly timeZone: string;
}

export function userCreateCommand(user: LocalisedCommand, session: Session): void {
  const { t } = session;
  user
    .nest('create', 'user-create')
    .requiredOption('--email <address>', t('option.email'), address)
    .requiredOption('--name <name>', t('option.person-name'), personName)
    .option(`--language <${LOCALES.join('|')}>`, t('option.person-language'), language, 'th')
    .option('--time-zone <zone>', t('option.time-zone'), timeZone, DEFAULT_TIME_ZONE)
    .option('--role <role>', t('option.role'))
    .option('--countries <codes>', t('option.countries'))
    .option('--organisation <id>', t('option.organisation'))
    .action((options: Options) => create(session, options));
}

/** Makes an account without a password, and a link to set one. */
async function create(session: Session, options: Options): Promise<void> {
  const { email } = options;
  const position = positionOf(options);
  const shown = await withInstallation(session, async (installation) => {
    const { path, expiresAt } = await makeAccount(installation, options, position);
    return { email, link: addressOf(installation.origin, path, options.language), expiresAt };
  });
  showLink(session, 'user.created', shown);
}

function makeAccount(
  installation: Installation,
  options: Options,
  position: Position | undefined,
): Promise<SentLink> {
  const personId = randomUUID();
  const actor = serviceActor(null, personId);
  const { database } = installation;
  const work = (tx: Transaction) => insertPerson(tx, installation, personId, options, position);
  if (position?.of !== 'organisation') return database.as(actor, work);
  return database.inTenant(actor, position.organisation, async (tx) => {
    await assertOrganisation(tx);
    const sent = await work(tx);
    const { role } = position;
    await tx.memberships.insert(tx.tenantId, personId, role);
    tx.audit.note({ action: 'member.joined', objectId: personId, after: { role } });
    return sent;
  });
}

/** @throws Refusal EMAIL_TAKEN */
async function insertPerson(
  tx: Transaction,
  installation: Installation,
  personId: string,
  { email, name, language: spoken, timeZone: zone }: Options,
  position: Position | undefined,
): Promise<SentLink> {
  if ((await tx.people.findByEmail(email)) !== null) throw new Refusal('EMAIL_TAKEN', { email });
  const facts = { name, language: spoken, timeZone: zone };
  await addPerson(tx, personId, email, facts, 'command-line');
  if (position?.of === 'staff') await giveRole(tx, personId, position);
  return sendFirstPasswordLink(tx, installation, { id: personId, email, ...facts });
}

async function giveRole(
  tx: Transaction,
  personId: string,
  { role, countries }: Extract<Position, { of: 'staff' }>,
): Promise<void> {
  await tx.staff.give(personId, role, countries, null);
  const after = { role, countries };
  tx.audit.notePlatform({ action: 'person.role-given', objectId: personId, after });
}

/** @throws Refusal ORGANISATION_NOT_FOUND */
export async function assertOrganisation(tx: TenantTransaction): Promise<void> {
  if ((await tx.organisation.find()) !== null) return;
  throw new Refusal('ORGANISATION_NOT_FOUND', { id: tx.tenantId });
}
