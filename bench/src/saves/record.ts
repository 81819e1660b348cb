import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createApp } from '../../../apps/api/dist/create-app.js';
import { readAppConfig } from '../../../apps/api/dist/platform/config/app-config.js';
import { answerOf, SavingClient } from './client.js';
import type { Editor, Service } from './service.js';

/** Which value of a statement belongs to one save alone. */
export type Place = 'version' | 'answers' | 'events' | 'hash' | undefined;

export interface Recorded {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly places: readonly Place[];
}

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements with which the service saves a section the first time, as it sends them. */
export async function recordSave(service: Service, editor: Editor): Promise<readonly Recorded[]> {
  const config = readAppConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_APP_URL: service.appUrl,
    SUKOYAKA_SECRET_KEY: randomBytes(32).toString('base64'),
  });
  const app = await createApp(config);
  await app.listen(0, 'localhost');
  const client = new SavingClient(await app.getUrl());
  try {
    // Connects, so that the connection's own statements are not recorded.
    await fetch(`${await app.getUrl()}${editor.path}`, { headers: { cookie: editor.cookie } });
    const asked = await statementsOf(() => client.save(editor, 0, answerOf(0)));
    return asked.map((each) => ({
      ...each,
      places: each.values.map((v) => placeOf(v, each, editor)),
    }));
  } finally {
    client.close();
    await app.close();
  }
}

function placeOf(value: unknown, { text }: Asked, editor: Editor): Place {
  if (value === 0 && text.includes('assessment_section')) return 'version';
  if (value === JSON.stringify({ [editor.question]: answerOf(0) })) return 'answers';
  if (!text.includes('audit_head') || typeof value !== 'string') return undefined;
  if (value.startsWith('[{"chain_id"')) return 'events';
  return /^[0-9a-f]{64}$/.test(value) ? 'hash' : undefined;
}

async function statementsOf(work: () => Promise<void>): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const prototype = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function noted(this: unknown, ...given: unknown[]) {
    const [text, values] = given as [string, unknown];
    asked.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(query, this, given);
  };
  try {
    await work();
    return asked;
  } finally {
    prototype.query = query;
  }
}
