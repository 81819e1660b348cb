import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  isForGood,
  type MailTransport,
  type OutgoingMail,
  renderMail,
  smtpTransport,
} from '@sukoyaka/mail';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { header, parseEml } from './support/eml.js';
import { BANGKOK, SAMPLES } from './support/samples.js';

const FROM = 'Sukoyaka <no-reply@example.org>';

interface Delivery {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

const opened: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** A mail server of this machine, which encrypts nothing; its port, and what it has accepted. */
async function mailServer(options: SMTPServerOptions = {}) {
  const deliveries: Delivery[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        deliveries.push({ from, to, bytes: Buffer.concat(chunks) });
        done();
      });
    },
    ...options,
  });
  const port = await listening(server.server);
  opened.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port, deliveries };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A server that answers connections with `greet` and then says nothing. */
async function muteServer(greet: (socket: Socket) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    greet(socket);
  });
  const port = await listening(server);
  opened.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return port;
}

function transportTo(port: number, { login = '', timeoutMs = 5000 } = {}): MailTransport {
  const transport = smtpTransport(`smtp://${login}127.0.0.1:${port}`, FROM, timeoutMs);
  opened.push(() => transport.close());
  return transport;
}

function mailTo(to: string): OutgoingMail {
  return { to, locale: 'ja', ...renderMail('sign-up', SAMPLES['sign-up'], 'ja', BANGKOK) };
}

describe('a mail server', () => {
  it('is given the message, for its reader alone', async () => {
    const { port, deliveries } = await mailServer();
    const mail = mailTo('a@example.com');
    await transportTo(port).send(mail);
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]).toMatchObject({ from: 'no-reply@example.org', to: ['a@example.com'] });
    const parsed = parseEml(deliveries[0]!.bytes);
    expect(header(parsed, 'subject')).toBe(mail.subject);
    expect(parsed.text.trimEnd()).toBe(mail.text.trimEnd());
  });

  it('is given messages that are sent at once without mixing them', async () => {
    const { port, deliveries } = await mailServer();
    const transport = transportTo(port);
    const readers = Array.from({ length: 12 }, (_, index) => `reader${index}@example.com`);
    await Promise.all(readers.map((to) => transport.send(mailTo(to))));
    expect(deliveries.map(({ to }) => to[0]).sort()).toEqual([...readers].sort());
    for (const { to, bytes } of deliveries) expect(header(parseEml(bytes), 'to')).toBe(to[0]);
  });

  it('is shown user and password as they are meant', async () => {
    const logins: unknown[] = [];
    const { port } = await mailServer({
      disabledCommands: ['STARTTLS'],
      onAuth({ username, password }, _, done) {
        logins.push([username, password]);
        done(null, { user: username });
      },
    });
    await transportTo(port, { login: 'us%40er:p%2Fw@' }).send(mailTo('a@example.com'));
    expect(logins).toEqual([['us@er', 'p/w']]);
  });
});

describe('a message that is not accepted', () => {
  const refused = (status: number, words: string) =>
    Object.assign(new Error(words), { responseCode: status });

  it.each([
    [550, '<secret-name@example.com> refused', false],
    [553, 'no such name', false],
    [550, '5.1.1 unknown', true],
    [556, '5.1.10 takes no mail', true],
    [550, '5.2.1 closed', true],
    [550, '5.1.8 sender rejected', false],
    [550, '5.7.1 relaying denied', false],
    [554, 'relay access denied', false],
    [552, '5.2.2 full', false],
    [530, 'sign in first', false],
    [451, 'later', false],
  ])('is rejected: %i %s; for good: %s', async (status, words, isPermanent) => {
    const { port, deliveries } = await mailServer({
      onRcptTo: (_, __, done) => done(refused(status, words)),
    });
    const refusal = transportTo(port).send(mailTo('secret-name@example.com'));
    const error: unknown = await refusal.catch((reason: unknown) => reason);
    expect(isForGood(error)).toBe(isPermanent);
    expect(error).toMatchObject({
      code: 'MAIL_NOT_SENT',
      params: { code: 'EENVELOPE', status, isPermanent },
    });
    expect(inspect(error, { depth: 9 })).not.toContain('secret-name');
    expect(deliveries).toEqual([]);
  });

  it.each([
    ['its sender', { onMailFrom: (_, __, done) => done(refused(550, '5.1.1 no')) }],
    ['its content', { onData: (_, __, done) => done(refused(550, '5.1.1 no')) }],
  ] satisfies [string, SMTPServerOptions][])(
    'because of %s may be accepted another time',
    async (_, options) => {
      const { port } = await mailServer(options);
      const refusal = transportTo(port).send(mailTo('a@example.com'));
      const error: unknown = await refusal.catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'MAIL_NOT_SENT', params: { isPermanent: false } });
    },
  );

  it('is so for good when it is no message', async () => {
    const { port } = await mailServer();
    const transport = transportTo(port);
    for (const fault of [{ to: 'a@b,com' }, { messageId: 'x' }]) {
      const refusal = transport.send({ ...mailTo('a@example.com'), ...fault });
      expect(isForGood(await refusal.catch((reason: unknown) => reason))).toBe(true);
    }
    expect(isForGood(new Error('ENOSPC'))).toBe(false);
  });

  it('does not keep the next one from being sent', async () => {
    const { port, deliveries } = await mailServer({
      onRcptTo({ address }, _, done) {
        done(address.startsWith('bad') ? new Error('no') : null);
      },
    });
    const transport = transportTo(port);
    await expect(transport.send(mailTo('bad@example.com'))).rejects.toThrow('MAIL_NOT_SENT');
    await transport.send(mailTo('good@example.com'));
    expect(deliveries.map(({ to }) => to)).toEqual([['good@example.com']]);
  });

  it('is rejected when no server answers', async () => {
    const gone = createServer();
    const port = await listening(gone);
    await new Promise((resolve) => gone.close(resolve));
    await expect(transportTo(port).send(mailTo('a@example.com'))).rejects.toMatchObject({
      code: 'MAIL_NOT_SENT',
      params: { code: 'ESOCKET', isPermanent: false },
    });
  });

  it('is rejected when the server is silent for too long', async () => {
    const port = await muteServer(() => undefined);
    const transport = transportTo(port, { timeoutMs: 50 });
    await expect(transport.send(mailTo('a@example.com'))).rejects.toMatchObject({
      params: { code: 'ETIMEDOUT', isPermanent: false },
    });
  });

  it('is rejected when the server hangs up', async () => {
    const port = await muteServer((socket) => socket.end());
    await expect(transportTo(port).send(mailTo('a@example.com'))).rejects.toThrow('MAIL_NOT_SENT');
  });

  it('is rejected, and not forgotten, when the transport is closed meanwhile', async () => {
    const arrival = Promise.withResolvers<unknown>();
    const port = await muteServer((socket) => {
      socket.write('220 mail.example.org ESMTP\r\n');
      // An answer that goes on and on: no silence ends it.
      const talk = setInterval(() => socket.write('250-wait\r\n'), 5);
      socket.on('close', () => clearInterval(talk));
      arrival.resolve(null);
    });
    const transport = transportTo(port, { timeoutMs: 100 });
    const outcomes = Array.from({ length: 5 }, () => transport.send(mailTo('a@example.com')));
    const settled = Promise.allSettled(outcomes);
    await arrival.promise;
    await transport.close();
    expect((await settled).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  });

  it('is waited for when the transport is closed while the server takes it', async () => {
    const arrival = Promise.withResolvers<unknown>();
    const { port, deliveries } = await mailServer({
      onRcptTo(_address, _session, done) {
        arrival.resolve(null);
        setImmediate(done);
      },
    });
    const transport = transportTo(port);
    const outcome = transport.send(mailTo('a@example.com'));
    await arrival.promise;
    await transport.close();
    await outcome;
    expect(deliveries).toHaveLength(1);
    await expect(transport.send(mailTo('a@example.com'))).rejects.toThrow('MAIL_NOT_SENT');
  });

  it.each([
    ['smtp', 'a server beyond this machine offers no encryption', '0.0.0.0'],
    ['smtps', 'TLS was asked for and the server speaks none', '127.0.0.1'],
  ])('over %s says nothing when %s', async (protocol, _, host) => {
    const heard: string[] = [];
    const port = await muteServer((socket) => {
      socket.write('220 plain.example.org ESMTP\r\n');
      socket.on('data', (data) => {
        heard.push(data.toString());
        socket.write('250-plain.example.org\r\n250 AUTH PLAIN\r\n');
      });
    });
    const transport = smtpTransport(`${protocol}://user:secret@${host}:${port}`, FROM, 500);
    opened.push(() => transport.close());
    await expect(transport.send(mailTo('a@example.com'))).rejects.toThrow('MAIL_NOT_SENT');
    expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM|secret/);
  });
});
