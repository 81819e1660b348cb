import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@sukoyaka/kernel';
import { mailTransportFrom, readSmtpUrl, renderMail } from '@sukoyaka/mail';
import { BANGKOK, SAMPLES } from './support/samples.js';

const FROM = 'no-reply@example.org';

function faultOf(run: () => unknown): DomainError {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('nothing was refused');
}

describe('the setting of the transport', () => {
  it('is a file outbox where no server is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mail-test-'));
    const transport = mailTransportFrom({ url: undefined, from: FROM, folder });
    const message = renderMail('sign-up', SAMPLES['sign-up'], 'en', BANGKOK);
    await transport.send({ to: 'a@example.com', locale: 'en', ...message });
    await transport.close();
    expect(await readdir(folder)).toHaveLength(1);
    await rm(folder, { recursive: true });
  });

  it.each([
    ['mail.example.org', 'malformed'],
    ['http://mail.example.org', 'protocol'],
    ['file:///var/mail', 'protocol'],
    ['smtp:mail.example.org', 'host'],
    ['smtp://', 'host'],
    ['smtp://user:pa/ss@mail.example.org', 'malformed'],
    ['smtp://mail.example.org/path', 'excess'],
    ['smtp://mail.example.org?requireTLS=false', 'excess'],
    ['smtp://mail.example.org#x', 'excess'],
    ['smtp://mail.example.org:0', 'port'],
    ['smtp://mail.example.org:70000', 'malformed'],
    ['smtp://user@mail.example.org', 'credentials'],
    ['smtp://user:100%@mail.example.org', 'credentials'],
  ])('is refused as %s, saying what is wrong: %s', (url, reason) => {
    const fault = faultOf(() => mailTransportFrom({ url, from: FROM, folder: '.' }));
    expect(fault).toMatchObject({ code: 'MAIL_URL', params: { reason } });
    expect(fault.params['remedy']).toMatch(/^must /);
    expect(JSON.stringify(fault.params)).not.toMatch(/pa\/ss|100%@/);
  });

  it.each([
    '',
    'nobody',
    'a@example.org, b@example.org',
    'A <a@example.org> <b@example.org>',
    'A <>',
  ])('needs one sender: %j', (from) => {
    const fault = faultOf(() => mailTransportFrom({ from, folder: '.' }));
    expect(fault).toMatchObject({ code: 'MAIL_FROM' });
  });
});

describe('the address of a mail server', () => {
  it('is read with its defaults, and asks for encryption beyond this machine', () => {
    expect(readSmtpUrl('smtp://mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 587,
      secure: false,
      requireTLS: true,
    });
    expect(readSmtpUrl('smtps://us%40er:p%2Fw%25@mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 465,
      secure: true,
      requireTLS: false,
      auth: { user: 'us@er', pass: 'p/w%' },
    });
  });

  it.each([
    ['smtp://localhost:1025', false],
    ['smtp://127.0.0.1:1025', false],
    ['smtp://[::1]:1025', false],
    ['smtp://127.example.org:1025', true],
    ['smtp://localhost.example.org', true],
    ['smtp://192.0.2.1', true],
    ['smtp://[2001:db8::1]', true],
  ])('goes unencrypted within this machine only: %s', (url, requireTLS) => {
    expect(readSmtpUrl(url).requireTLS).toBe(requireTLS);
  });
});
