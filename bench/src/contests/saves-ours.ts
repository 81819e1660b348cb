import { serve } from '../contender.js';
import { answerOf, SavingClient } from '../saves/client.js';
import { type Editor, startService } from '../saves/service.js';
import { storedFor } from '../saves/stored.js';

/** Autosaves over HTTP by several editors at once, each the next when the last is acknowledged. */
const EDITORS = 8;
const SAVES = 10;

const service = await startService();
const client = new SavingClient(service.url);
const editors: { readonly editor: Editor; version: number }[] = [];
for (let count = 0; count < EDITORS; count += 1) {
  editors.push({ editor: await service.addEditor(), version: 0 });
}

async function work(): Promise<number> {
  const saving = editors.map(async (each) => {
    for (let save = 0; save < SAVES; save += 1) {
      await client.save(each.editor, each.version, answerOf(each.version));
      each.version += 1;
    }
  });
  await Promise.all(saving);
  return EDITORS * SAVES;
}

serve({
  async outputs() {
    await work();
    return Promise.all(editors.map(({ editor }) => storedFor(service, editor)));
  },
  work,
});
process.once('disconnect', () => void service.stop());
