import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { serve } from '../contender.js';
import { answerOf } from '../saves/client.js';
import { type Recorded, recordSave } from '../saves/record.js';
import { type Editor, startService } from '../saves/service.js';
import { storedFor } from '../saves/stored.js';

/** The statements of an autosave by bare pg: in one transaction, in the same order, no more. */
const EDITORS = 8;
const SAVES = 10;

interface Writer {
  readonly editor: Editor;
  readonly client: pg.Client;
  readonly statements: readonly Recorded[];
  version: number;
  sequence: number;
}

const service = await startService();
const writers: Writer[] = [];
for (let count = 0; count < EDITORS; count += 1) {
  const editor = await service.addEditor();
  const statements = await recordSave(service, editor);
  const client = new pg.Client({ connectionString: service.appUrl });
  await client.connect();
  writers.push({ editor, client, statements, version: 1, sequence: 0 });
}

/** The recorded values, with those of this save in the places of the first one's. */
function valuesOf(writer: Writer, { values, places }: Recorded): readonly unknown[] {
  const { editor, version, sequence } = writer;
  return values.map((value, index) => {
    switch (places[index]) {
      case 'version':
        return version;
      case 'answers':
        return JSON.stringify({ [editor.question]: answerOf(version) });
      case 'events':
        return String(value).replace(/"sequence":\d+/, `"sequence":${sequence}`);
      case 'hash':
        return randomBytes(32).toString('hex');
      case undefined:
        return value;
    }
  });
}

async function save(writer: Writer): Promise<void> {
  for (const statement of writer.statements) {
    const result = await writer.client.query(statement.text, [...valuesOf(writer, statement)]);
    // The log's next number comes from the database, as the service takes it.
    const [row] = result.rows as { sequence?: string }[];
    if (row?.sequence !== undefined) writer.sequence = Number(row.sequence);
  }
  writer.version += 1;
}

async function rounds(saves: number): Promise<void> {
  await Promise.all(
    writers.map(async (writer) => {
      for (let count = 0; count < saves; count += 1) await save(writer);
    }),
  );
}

serve({
  async outputs() {
    // The recorded save was the first.
    await rounds(SAVES - 1);
    return Promise.all(writers.map(({ editor }) => storedFor(service, editor)));
  },
  async work() {
    await rounds(SAVES);
    return EDITORS * SAVES;
  },
});
process.once('disconnect', () => void service.stop());
