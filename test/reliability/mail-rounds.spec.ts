import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { postMail } from '@sukoyaka/accounts';
import { Database } from '@sukoyaka/persistence';
import { createTestDatabase, type TestDatabase, testMac, withClient } from '@sukoyaka/testing';
import { SMTPServer } from 'smtp-server';
import { Log } from '../../apps/api/src/platform/log/log.js';
import { Dispatcher } from '../../apps/api/src/platform/mail/dispatcher.js';
import { header, parseEml } from '../../libs/mail/test/support/eml.js';
import { SAMPLES } from '../../libs/mail/test/support/samples.js';
import { testConfig } from '../support/api.js';
import { until } from '../support/until.js';

const SERVICE = { kind: 'service', personId: null, correlationId: null } as const;

let server: TestDatabase;
let database: Database;
beforeAll(async () => {
  server = await createTestDatabase();
  database = databaseAt(server.appUrl);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

const databaseAt = (url: string) => new Database({ url, poolSize: 2, auditMac: testMac });

const opened: (() => unknown)[] = [];
let log: string[];
beforeEach(async () => {
  log = [];
  await rows('DELETE FROM outbox_mail');
});
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const rows = <Row>(text: string, ...values: readonly unknown[]) =>
  withClient(server.adminUrl, async (client) => {
    const { rows: found } = await client.query(text, [...values]);
    return found as Row[];
  });

interface Delivery {
  readonly to: string;
  readonly messageId: string;
}

/** A mail server that asks `judge` about each recipient, and what it has accepted. */
async function mailServer(judge: (to: string) => unknown = () => undefined) {
  const accepted: Delivery[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _, done) {
      const judged = Promise.resolve(address).then(judge);
      judged.then(
        () => done(),
        (refusal: unknown) => done(refusal as Error),
      );
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const messageId = header(parseEml(Buffer.concat(chunks)), 'message-id');
        accepted.push(...envelope.rcptTo.map(({ address }) => ({ to: address, messageId })));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  opened.push(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
  const { port } = smtp.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, accepted };
}

const configOf = (url?: string) =>
  testConfig(server.appUrl, { mail: { url, from: 'no-reply@example.org', folder: '.' } });

/** What sends in one process; it makes a round when it is told to. */
function dispatcherTo(url: string, through = database): Dispatcher {
  const dispatcher = new Dispatcher(
    configOf(url),
    through,
    new Log('info', (line) => log.push(line)),
  );
  dispatcher.onApplicationBootstrap();
  dispatcher.hold();
  opened.push(() => dispatcher.onApplicationShutdown());
  return dispatcher;
}

async function post(...readers: readonly string[]): Promise<void> {
  for (const email of readers) {
    const to = { email, name: null, language: 'th', timeZone: 'Asia/Bangkok' } as const;
    await database.as(SERVICE, (tx) => postMail(tx, configOf(), 'sign-up', to, SAMPLES['sign-up']));
  }
}

interface Waiting {
  readonly id: string;
  readonly attempts: number;
  readonly isSent: boolean;
  readonly isEmpty: boolean;
  /** When it is tried again, in minutes from when it was tried. */
  readonly minutes: number;
}

/** All mails, in the order in which they were written. */
const outbox = () =>
  rows<Waiting>(
    `SELECT id, attempts, sent_at IS NOT NULL AS "isSent", sealed_message = '' AS "isEmpty",
       CASE WHEN next_attempt_at = 'infinity' THEN 'Infinity'
         ELSE round(extract(epoch FROM next_attempt_at - now()) / 60) END::float AS minutes
     FROM outbox_mail ORDER BY created_at, id`,
  );

/** Lets the time pass after which mails are tried again. */
const later = () =>
  rows("UPDATE outbox_mail SET next_attempt_at = now() WHERE next_attempt_at < 'infinity'");

const events = () => log.map((line) => JSON.parse(line) as Record<string, unknown>);

const refused = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode });

describe('a mail server that says nothing for a while', () => {
  it('keeps no transaction waiting, and has what was sent before sent once', async () => {
    const [asked, answer] = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
    const { url, accepted } = await mailServer((to) => {
      if (!to.startsWith('b@')) return;
      asked.resolve(to);
      return answer.promise;
    });
    const dispatcher = dispatcherTo(url);
    await post('a@example.com', 'b@example.com');
    const round = dispatcher.dispatch();
    await asked.promise;
    // What the database does itself with transactions that stay silent.
    const ended = await rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    const meanwhile = await outbox();
    answer.resolve(null);
    await round;
    await later();
    await dispatcher.dispatch();
    expect(accepted.map(({ to }) => to)).toEqual(['a@example.com', 'b@example.com']);
    expect(ended).toEqual([]);
    expect(meanwhile).toMatchObject([
      { isSent: true, isEmpty: true },
      { isSent: false, attempts: 1, minutes: 5 },
    ]);
    expect(log).toEqual([]);
  });

  it('leaves the others to other processes, each of which sends its own', async () => {
    const [gate, asked] = [Promise.withResolvers<unknown>(), new Set<string>()];
    const { url, accepted } = await mailServer((to) => {
      asked.add(to);
      return gate.promise;
    });
    const other = databaseAt(server.appUrl);
    opened.push(() => other.close());
    const readers = Array.from({ length: 12 }, (_, index) => `reader${index}@example.com`);
    await post(...readers);
    const rounds = [dispatcherTo(url), dispatcherTo(url, other)].map((each) => each.dispatch());
    try {
      await until(() => asked.size === 2);
    } finally {
      gate.resolve(null);
      await Promise.all(rounds);
    }
    expect(accepted.map(({ to }) => to).sort()).toEqual([...readers].sort());
    expect(new Set((await outbox()).map(({ attempts }) => attempts))).toEqual(new Set([1]));
  });
});

describe('a mail whose process dies', () => {
  /** Ends the connection of who waits for the mail that `client` holds. */
  async function killWaiting(): Promise<void> {
    const statement = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until(async () => (await rows(statement)).length > 0);
  }

  it('after it was accepted and before that is noted goes out again, as the same one', async () => {
    await withClient(server.adminUrl, async (client) => {
      const { url, accepted } = await mailServer(() =>
        accepted.length === 0 ? client.query('BEGIN; SELECT FROM outbox_mail FOR UPDATE') : null,
      );
      const dispatcher = dispatcherTo(url);
      await post('a@example.com');
      const round = dispatcher.dispatch();
      await killWaiting();
      await client.query('ROLLBACK');
      await round;
      expect(await outbox()).toMatchObject([{ isSent: false, isEmpty: false, attempts: 1 }]);
      expect(events()).toMatchObject([
        { event: 'mail-round-failed', code: 'DATABASE_UNAVAILABLE' },
      ]);
      await dispatcher.dispatch();
      expect(accepted).toHaveLength(1);

      await later();
      await dispatcher.dispatch();
      expect(accepted).toHaveLength(2);
      expect(accepted[1]).toEqual(accepted[0]);
      expect(await outbox()).toMatchObject([{ isSent: true, isEmpty: true, attempts: 2 }]);
    });
  });
});

describe('a mail that is refused', () => {
  it('for good is given up and emptied, which the log says without the address', async () => {
    let asked = 0;
    const { url, accepted } = await mailServer((to) => {
      if (!to.startsWith('nobody@')) return;
      asked += 1;
      throw refused(550, `5.1.1 <${to}> unknown`);
    });
    const dispatcher = dispatcherTo(url);
    await post('nobody@example.com', 'a@example.com');
    await dispatcher.dispatch();
    const [given, sent] = await outbox();
    expect(given).toMatchObject({ isSent: false, isEmpty: true, attempts: 1 });
    expect(sent).toMatchObject({ isSent: true });
    const said = { event: 'mail-given-up', mail: given?.id, kind: 'sign-up' };
    const fault = { code: 'MAIL_NOT_SENT', cause: 'EENVELOPE', status: 550 };
    expect(events()).toEqual([expect.objectContaining({ ...said, ...fault })]);
    expect(log.join()).not.toContain('nobody');

    await later();
    await dispatcher.dispatch();
    expect({ asked, accepted: accepted.length }).toEqual({ asked: 1, accepted: 1 });
  });

  it('since its recipient is no address is given up too', async () => {
    const { url } = await mailServer();
    await post('somchai@company.co,th');
    await dispatcherTo(url).dispatch();
    expect(await outbox()).toMatchObject([{ isSent: false, isEmpty: true }]);
    expect(events()).toMatchObject([{ event: 'mail-given-up', code: 'MAIL_RECIPIENT' }]);
    expect(log.join()).not.toContain('somchai');
  });

  it.each([
    [451, '4.7.1 come back later'],
    [554, '5.7.1 relay access denied'],
  ])('with %i %s waits and is sent when it is accepted', async (status, words) => {
    let isOpen = false;
    const { url, accepted } = await mailServer(() => {
      if (!isOpen) throw refused(status, words);
    });
    const dispatcher = dispatcherTo(url);
    await post('a@example.com');
    await dispatcher.dispatch();
    expect(await outbox()).toMatchObject([{ isSent: false, isEmpty: false, minutes: 0 }]);
    expect(events()).toMatchObject([{ event: 'mail-postponed', status, cause: 'EENVELOPE' }]);
    isOpen = true;
    await later();
    await dispatcher.dispatch();
    expect(accepted).toHaveLength(1);
  });

  it.each([
    [0, 0],
    [4, 5],
    [7, 43],
    [11, 240],
    [2000, 240],
  ])('after %i attempts is tried again in %i minutes', async (attempts, minutes) => {
    const { url } = await mailServer(() => {
      throw refused(451, '4.7.1 come back later');
    });
    await post('a@example.com');
    await rows('UPDATE outbox_mail SET attempts = $1', attempts);
    await dispatcherTo(url).dispatch();
    expect(await outbox()).toMatchObject([{ attempts: attempts + 1, minutes }]);
  });

  it('by its seal waits for the right key, and keeps nothing else from being sent', async () => {
    const { url, accepted } = await mailServer();
    await post('a@example.com');
    await rows("UPDATE outbox_mail SET sealed_message = 'of another key'");
    await post('b@example.com');
    await dispatcherTo(url).dispatch();
    expect(await outbox()).toMatchObject([{ isSent: false, isEmpty: false }, { isSent: true }]);
    expect(accepted.map(({ to }) => to)).toEqual(['b@example.com']);
    expect(events()).toMatchObject([{ event: 'mail-postponed', code: 'MAIL_SEALED' }]);
  });
});

describe('a round that fails', () => {
  it('is logged, once as long as it is for the same reason', async () => {
    const gone = databaseAt('postgres://nobody@127.0.0.1:1/nothing');
    opened.push(() => gone.close());
    const dispatcher = dispatcherTo('smtp://127.0.0.1:1', gone);
    for (let round = 0; round < 3; round += 1) await dispatcher.dispatch();
    const said = { level: 'warn', event: 'mail-round-failed', code: 'DATABASE_UNAVAILABLE' };
    expect(events()).toEqual([expect.objectContaining(said)]);
  });
});
