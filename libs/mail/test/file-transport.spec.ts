import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import { fileTransport, type OutgoingMail, renderMail } from '@sukoyaka/mail';
import { header, parseEml } from './support/eml.js';
import { BANGKOK, CASES, LONG_LINK, ORIGIN, SAMPLES } from './support/samples.js';

const FROM = 'Sukoyaka <no-reply@example.org>';

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mail-test-'));
  folder = join(root, 'new', 'outbox');
});

afterEach(() => rm(root, { recursive: true, force: true }));

const EVERY = CASES.flatMap(([kind, params]) =>
  LOCALES.map((locale) => ({ kind, params, locale })),
);

function mailTo(to: string): OutgoingMail {
  return { to, locale: 'en', ...renderMail('sign-up', SAMPLES['sign-up'], 'en', BANGKOK) };
}

async function sent(mail: OutgoingMail): Promise<Buffer> {
  const files: string[] = [];
  await fileTransport(folder, FROM, (file) => files.push(file)).send(mail);
  return readFile(files[0]!);
}

describe('the file outbox', () => {
  it.each(EVERY)('keeps $kind in $locale as it was written', async ({ kind, params, locale }) => {
    const mail = { to: 'a@example.com', locale, ...renderMail(kind, params, locale, BANGKOK) };
    const bytes = await sent(mail);
    const parsed = parseEml(bytes);
    expect(header(parsed, 'subject')).toBe(mail.subject);
    expect(parsed.text.trimEnd()).toBe(mail.text.trimEnd());
    expect(parsed.html.trimEnd()).toBe(mail.html.trimEnd());
  });

  it('writes seven bits, in lines that every server takes', async () => {
    const words = { ...SAMPLES['sign-up'], link: LONG_LINK };
    const mail = { ...mailTo('a@example.com'), ...renderMail('sign-up', words, 'th', BANGKOK) };
    const bytes = await sent(mail);
    expect(bytes.every((byte) => byte < 128)).toBe(true);
    const lines = bytes.toString('latin1').split('\r\n');
    expect(lines.some((line) => /[\r\n]/.test(line) || line.length > 998)).toBe(false);
    expect(parseEml(bytes).text.split('\n')).toContain(`${ORIGIN}${LONG_LINK}&lang=th`);
  });

  it('says who writes to whom, in which language, and that a machine does', async () => {
    const messageId = '<1b4e28ba@example.org>';
    const parsed = parseEml(await sent({ ...mailTo('a@example.com'), locale: 'th', messageId }));
    expect(header(parsed, 'from')).toBe(FROM);
    expect(header(parsed, 'to')).toBe('a@example.com');
    expect(header(parsed, 'message-id')).toBe(messageId);
    expect(header(parsed, 'content-language')).toBe('th');
    expect(header(parsed, 'auto-submitted')).toBe('auto-generated');
    expect(header(parsed, 'mime-version')).toBe('1.0');
    expect(Number.isNaN(Date.parse(header(parsed, 'date')))).toBe(false);
  });

  it('takes a subject for one line, whatever it holds', async () => {
    const subject = 'A\r\nBcc: b@example.com\r\n\r\nbody';
    const parsed = parseEml(await sent({ ...mailTo('a@example.com'), subject }));
    expect(header(parsed, 'subject')).toBe('A Bcc: b@example.com body');
    expect(parsed.headers.has('bcc')).toBe(false);
  });

  it.each([
    'a@example.com, b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    'A <a@example.com>',
    'a@b@example.com',
    'a@example.com\u202E',
    'nobody',
    '',
  ])('sends to nobody when the reader is no single address: %j', async (to) => {
    const mail = mailTo(to);
    await expect(fileTransport(folder, FROM).send(mail)).rejects.toMatchObject({
      code: 'MAIL_RECIPIENT',
    });
    await expect(readdir(root)).resolves.toEqual([]);
  });

  it('refuses a message id that is none', async () => {
    const mail = { ...mailTo('a@example.com'), messageId: '<a@b>\r\nBcc: <b@example.com>' };
    await expect(fileTransport(folder, FROM).send(mail)).rejects.toMatchObject({
      code: 'MAIL_MESSAGE_ID',
    });
  });

  it('lets nobody else read, and keeps apart what is sent at once', async () => {
    const files: string[] = [];
    const outbox = fileTransport(folder, FROM, (file, mail) => {
      files.push(`${basename(file)} ${mail.to}`);
    });
    const readers = Array.from({ length: 20 }, (_, index) => `reader${index}@example.com`);
    await Promise.all(readers.map((to) => outbox.send(mailTo(to))));
    const names = (await readdir(folder)).sort();
    expect(names).toHaveLength(20);
    expect(files.map((each) => each.split(' ')[0]).sort()).toEqual(names);
    for (const name of names) {
      expect(name).toMatch(/^\d{8}T\d{9}Z-\d{6}-[\da-f]{32}\.eml$/);
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const mails = await Promise.all(
      names.map(async (name) => parseEml(await readFile(join(folder, name)))),
    );
    expect(mails.map((mail) => header(mail, 'to')).sort()).toEqual([...readers].sort());
  });

  it('names files so that they sort in the order in which they were sent', async () => {
    const outbox = fileTransport(folder, FROM);
    for (const to of ['c@example.com', 'a@example.com', 'b@example.com'])
      await outbox.send(mailTo(to));
    const names = (await readdir(folder)).sort();
    const mails = await Promise.all(
      names.map(async (name) => parseEml(await readFile(join(folder, name)))),
    );
    expect(mails.map((mail) => header(mail, 'to'))).toEqual([
      'c@example.com',
      'a@example.com',
      'b@example.com',
    ]);
  });

  it('rejects when the folder cannot be made, and tells of no file', async () => {
    await writeFile(join(root, 'new'), 'in the way');
    const files: string[] = [];
    const outbox = fileTransport(folder, FROM, (file) => files.push(file));
    await expect(outbox.send(mailTo('a@example.com'))).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(files).toEqual([]);
  });
});
