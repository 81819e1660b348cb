import { randomUUID } from 'node:crypto';
import { unseal } from '@sukoyaka/credentials';
import type { OutgoingMail } from '@sukoyaka/mail';
import { withClient } from '@sukoyaka/testing';
import { mailContext } from '../../apps/api/src/platform/mail/postman.js';
import type { RunningApi } from './api.js';

/** The mails that were written to an address, oldest first, whether they have been sent or not. */
export async function mailsTo(api: RunningApi, address: string): Promise<readonly OutgoingMail[]> {
  const rows = await withClient(api.database.adminUrl, async (client) => {
    const { rows: all } = await client.query(
      'SELECT id, sealed_message AS sealed FROM outbox_mail ORDER BY created_at',
    );
    return all as { id: string; sealed: string }[];
  });
  const key = api.config.keyring.key('mail');
  const opened = rows.flatMap(({ id, sealed }) => unseal(key, sealed, mailContext(id)) ?? []);
  return opened.map((text) => JSON.parse(text) as OutgoingMail).filter(({ to }) => to === address);
}

/** The token of the link in the last mail to an address. */
export async function linkTo(api: RunningApi, address: string): Promise<string> {
  const mail = (await mailsTo(api, address)).at(-1);
  const token = /#([\w-]{43})/.exec(mail?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`no mail with a link was written to ${address}`);
  return token;
}

/** An address that nobody has. */
export function newAddress(): string {
  return `${randomUUID()}@example.com`;
}
