import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Dispatcher } from '../../apps/api/src/platform/mail/dispatcher.js';
import type { RunningApi } from './api.js';

/** Sends what waits, and gives the newest mail to an address back as text. */
export async function mailTo(api: RunningApi, email: string): Promise<string> {
  await api.app.get(Dispatcher).dispatch();
  const { folder } = api.config.mail;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const found = mails.filter((mail) => mail.includes(`To: ${email}`)).at(-1);
  if (found === undefined) throw new Error(`No mail to ${email}`);
  return plainTextOf(found);
}

/** The path and fragment of a link of the newest mail to an address. */
export async function linkTo(api: RunningApi, email: string, page: string): Promise<string> {
  const text = await mailTo(api, email);
  const link = new RegExp(`https?://[^/\\s]+(${page}(?:#[\\w-]+)?)(?=\\s|$)`, 'm').exec(text)?.[1];
  if (link === undefined) throw new Error(`No link to ${page} in the mail`);
  return link;
}

function plainTextOf(mail: string): string {
  const [, boundary] = /boundary="([^"]+)"/.exec(mail) ?? [];
  const parts = boundary === undefined ? [mail] : mail.split(`--${boundary}`);
  const part = parts.find((each) => /content-type: text\/plain/i.test(each)) ?? mail;
  const [head = '', ...body] = part.trimStart().split('\r\n\r\n');
  return decoded(body.join('\r\n\r\n'), head);
}

function decoded(body: string, head: string): string {
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
