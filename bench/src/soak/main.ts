import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyChains } from '@sukoyaka/audit';
import { AuditLogReader, ownerConnection } from '@sukoyaka/persistence/maintenance';
import { answerOf, SavingClient } from '../saves/client.js';
import { addEditor, type Editor } from '../saves/service.js';
import { storedFor } from '../saves/stored.js';
import { Installation } from './installation.js';

const WRITERS = 50;
const SAVES = 10_000;
const LONGEST_MS = 9 * 60_000;

/** Somebody who saves one section again and again, each time until it is acknowledged. */
interface Writer {
  readonly editor: Editor;
  acknowledged: number;
}

const installation = new Installation();
const deadline = performance.now() + LONGEST_MS;
let kills = 0;
let attempts = 0;
const faults: string[] = [];

async function write(client: SavingClient, writer: Writer, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      attempts += 1;
      await client.save(writer.editor, writer.acknowledged, answerOf(writer.acknowledged));
      writer.acknowledged += 1;
    } catch (error) {
      // Killed under the request, or not there yet: the same save again, until it is acknowledged.
      const { message } = error as Error;
      if (/answered (4(?!29)|500)/.test(message)) {
        faults.push(message);
        return;
      }
      await pause(20);
    }
  }
}

/** Kills the service or the database without warning, at moments that nobody knows. */
async function havoc(isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await pause(randomInt(500, 4_000));
    if (randomInt(2) === 0) installation.killApi();
    else installation.killDatabase();
    kills += 1;
  }
}

async function check(writers: readonly Writer[]): Promise<void> {
  const { ownerUrl, mac } = installation;
  for (const { editor, acknowledged } of writers) {
    const stored = await storedFor({ ownerUrl }, editor);
    const expected = {
      version: acknowledged,
      answers: { [editor.question]: answerOf(acknowledged - 1) },
      events: acknowledged,
    };
    if (JSON.stringify(stored) !== JSON.stringify(expected)) {
      faults.push(`${editor.path}: ${JSON.stringify(stored)}, not ${JSON.stringify(expected)}`);
    }
  }
  const verification = await ownerConnection(
    ownerUrl,
    (owner) => {
      const log = new AuditLogReader(owner);
      return verifyChains(log.events(), log.heads(), mac);
    },
    'snapshot',
  );
  faults.push(...verification.faults.map((fault) => `audit log: ${JSON.stringify(fault)}`));
  console.log(`audit log: ${verification.events} events in ${verification.chains} chains`);
}

await installation.start();
try {
  const client = new SavingClient(installation.url);
  const writers: Writer[] = [];
  for (let count = 0; count < WRITERS; count += 1) {
    const editor = await addEditor(installation.url, installation.ownerUrl);
    writers.push({ editor, acknowledged: 0 });
  }
  const done = () => writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  const isOver = () => done() >= SAVES || performance.now() > deadline || faults.length > 0;
  await Promise.all([...writers.map((writer) => write(client, writer, isOver)), havoc(isOver)]);
  client.close();
  await installation.recovered();
  await check(writers);
  console.log(`${done()} saves acknowledged in ${attempts} attempts, ${kills} kills`);
  if (done() < SAVES) faults.push(`only ${done()} of ${SAVES} saves within the time`);
} finally {
  await installation.stop();
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'Nothing was lost.' : `${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);
