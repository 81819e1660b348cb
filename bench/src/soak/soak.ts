import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyChains } from '@sukoyaka/audit';
import { AuditLogReader, ownerConnection } from '@sukoyaka/persistence/maintenance';
import { answerOf, SavingClient } from '../saves/client.js';
import { addEditor, type Editor } from '../saves/service.js';
import { storedFor } from '../saves/stored.js';
import { Installation } from './installation.js';

export interface Extent {
  readonly writers: number;
  /** Acknowledged by all writers together. */
  readonly saves: number;
  /** Of the service, and as many of the database, at least. */
  readonly kills: number;
  /** It ends then, whatever has been saved. */
  readonly longestMs: number;
  /** Saves acknowledged between two kills, from and to: so many on fast machines and slow ones. */
  readonly between: readonly [number, number];
}

export interface Outcome {
  readonly acknowledged: number;
  readonly attempts: number;
  readonly kills: { readonly api: number; readonly database: number };
  /** Events in the audit log. */
  readonly events: number;
  /** What was lost, doubled or refused; empty when all is well. */
  readonly faults: readonly string[];
}

/** Somebody who saves one section again and again, each time until it is acknowledged. */
interface Writer {
  readonly editor: Editor;
  acknowledged: number;
}

/**
 * Lets people save while the service and its database are killed without warning, at moments that
 * nobody knows; then compares what is stored with what was acknowledged, and verifies the audit log.
 */
export async function soak(extent: Extent): Promise<Outcome> {
  const installation = new Installation();
  await installation.start();
  try {
    return await new Soak(installation, extent).run();
  } finally {
    await installation.stop();
  }
}

class Soak {
  readonly #writers: Writer[] = [];
  readonly #faults: string[] = [];
  readonly #kills = { api: 0, database: 0 };
  readonly #deadline: number;
  #attempts = 0;

  constructor(
    private readonly installation: Installation,
    private readonly extent: Extent,
  ) {
    this.#deadline = performance.now() + extent.longestMs;
  }

  async run(): Promise<Outcome> {
    const { url, ownerUrl } = this.installation;
    for (let count = 0; count < this.extent.writers; count += 1) {
      this.#writers.push({ editor: await addEditor(url, ownerUrl), acknowledged: 0 });
    }
    const client = new SavingClient(url);
    const writing = this.#writers.map((writer) => this.#write(client, writer));
    await Promise.all([...writing, this.#wreakHavoc()]);
    client.close();
    await this.installation.recovered();
    for (const writer of this.#writers) await this.#compare(writer);
    return {
      acknowledged: this.#acknowledged(),
      attempts: this.#attempts,
      kills: this.#kills,
      events: await this.#verifyLog(),
      faults: this.#faults,
    };
  }

  #acknowledged(): number {
    return this.#writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  }

  #isOver(): boolean {
    const { api, database } = this.#kills;
    const isEnough =
      this.#acknowledged() >= this.extent.saves && Math.min(api, database) >= this.extent.kills;
    return isEnough || this.#faults.length > 0 || performance.now() > this.#deadline;
  }

  async #write(client: SavingClient, writer: Writer): Promise<void> {
    while (!this.#isOver()) await this.#saveOnce(client, writer);
  }

  /**
   * The same save until it is acknowledged, also when all is over meanwhile: whether one that was
   * killed under its request has been stored, nobody knows.
   */
  async #saveOnce(client: SavingClient, writer: Writer): Promise<void> {
    while (this.#faults.length === 0) {
      try {
        this.#attempts += 1;
        await client.save(writer.editor, writer.acknowledged, answerOf(writer.acknowledged));
        writer.acknowledged += 1;
        return;
      } catch (error) {
        const { message } = error as Error;
        if (/answered (4(?!29)|500)/.test(message)) this.#faults.push(message);
        else await pause(20);
      }
    }
  }

  async #wreakHavoc(): Promise<void> {
    const [from, to] = this.extent.between;
    while (!this.#isOver()) {
      const next = this.#acknowledged() + randomInt(from, to);
      while (this.#acknowledged() < next && !this.#isOver()) await pause(5);
      const victim = this.#kills.api > this.#kills.database ? 'database' : 'api';
      if (this.installation.kill(victim)) this.#kills[victim] += 1;
    }
  }

  async #compare({ editor, acknowledged }: Writer): Promise<void> {
    if (acknowledged === 0) return;
    const stored = await storedFor(this.installation, editor);
    const expected = {
      version: acknowledged,
      answers: { [editor.question]: answerOf(acknowledged - 1) },
      events: acknowledged,
    };
    if (JSON.stringify(stored) === JSON.stringify(expected)) return;
    this.#faults.push(`${editor.path}: ${JSON.stringify(stored)}, not ${JSON.stringify(expected)}`);
  }

  /** @returns how many events the log holds. */
  async #verifyLog(): Promise<number> {
    const { ownerUrl, mac } = this.installation;
    const { events, faults } = await ownerConnection(
      ownerUrl,
      (owner) => {
        const log = new AuditLogReader(owner);
        return verifyChains(log.events(), log.heads(), mac);
      },
      'snapshot',
    );
    this.#faults.push(...faults.map((fault) => `audit log: ${JSON.stringify(fault)}`));
    return events;
  }
}
