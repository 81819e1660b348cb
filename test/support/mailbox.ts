import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { Afterwards } from '../../apps/api/src/platform/http/afterwards.js';
import { Dispatcher } from '../../apps/api/src/platform/mail/dispatcher.js';
import { header, parseEml } from '../../libs/mail/test/support/eml.js';
import type { RunningApi } from './api.js';

/** A mail as its reader gets it. */
export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly locale: string;
}

/**
 * The mails that were sent to an address, oldest first; what waits is sent before. Whatever mail a
 * test reads, its links lead to pages in its reader's language.
 */
export async function mailsTo(api: RunningApi, address: string): Promise<readonly ReadMail[]> {
  await api.app.get(Afterwards).done();
  do await api.app.get(Dispatcher).dispatch();
  while (await isAnyDue(api));
  const { folder } = api.config.mail;
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort();
  const mails = files.map((name) => mailIn(readFileSync(join(folder, name))));
  const own = mails.filter(({ to }) => to === address);
  for (const mail of own) await expectToLead(api, mail);
  return own;
}

/** Follows every link of a mail; the service's bare address in the footer is none. */
async function expectToLead(api: RunningApi, { text, locale }: ReadMail): Promise<void> {
  const { origin } = new URL(api.config.origin);
  const links = text.split('\n').filter((line) => line.startsWith(`${origin}/`));
  for (const link of links) {
    const { pathname, search } = new URL(link);
    const response = await api.anonymous.get(pathname + search);
    const language = /<html lang="(\w+)"/.exec(response.text)?.[1];
    expect({ link, status: response.status, language }).toMatchObject({
      status: 200,
      language: locale.slice(0, 2),
    });
  }
}

/** A round of the dispatcher takes only so many. */
function isAnyDue({ database }: RunningApi): Promise<boolean> {
  return withClient(database.adminUrl, async (client) => {
    const { rowCount } = await client.query(
      'SELECT FROM outbox_mail WHERE sent_at IS NULL AND next_attempt_at <= now() LIMIT 1',
    );
    return rowCount !== 0;
  });
}

function mailIn(bytes: Buffer): ReadMail {
  const mail = parseEml(bytes);
  const [to, subject] = [header(mail, 'to'), header(mail, 'subject')];
  return { to, subject, text: mail.text, locale: header(mail, 'content-language') };
}

/** The token of the link in the last mail to an address. */
export async function linkTo(api: RunningApi, address: string): Promise<string> {
  const mail = (await mailsTo(api, address)).at(-1);
  const token = /#([\w-]{43})/.exec(mail?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`no mail with a link was sent to ${address}`);
  return token;
}

/** An address that nobody has. */
export function newAddress(): string {
  return `${randomUUID()}@example.com`;
}

/** Path and secret of the link to a page in the last mail to an address. */
export async function mailedLink(api: RunningApi, address: string, path: string): Promise<string> {
  const text = (await mailsTo(api, address)).at(-1)?.text ?? '';
  const link = text.split('\n').find((line) => line.startsWith('http') && line.includes(path));
  if (link === undefined) throw new Error(`no link to ${path} was mailed to ${address}`);
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}
