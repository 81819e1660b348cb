import { setPriority } from 'node:os';
import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { type EditionContent, openCatalogue } from '@sukoyaka/catalogue';
import { buildReport } from '@sukoyaka/report';
import { compile } from '@sukoyaka/survey';
import { loadFaces, renderPdfTo } from '@sukoyaka/typesetting';
import type { EditionParts, ReportTask } from './report-job.js';

/**
 * Of this thread alone on Linux: whoever saves an answer does not wait for somebody's report. Much
 * lower makes waits longer again: threads that hardly run hold what the others need.
 */
const LOWER_PRIORITY = 5;
try {
  setPriority(LOWER_PRIORITY);
} catch {
  // Where it may not be changed, reports only compete.
}

const catalogue = openCatalogue();
const opened = new Map<string, EditionParts>();

/** Makes one report as PDF and hands it on page by page. Without a task it gets ready. */
export default async function renderReport(task: ReportTask | null): Promise<void> {
  if (task === null) return getReady();
  const writer = writerTo(task.port);
  // A reader may have left while the report waited for its turn.
  await turn();
  if (writer.destroyed) return;
  const { editionId, editionHash, keptContent, evaluation, context, languages } = task.job;
  const parts = partsOf(editionHash, () => keptContent ?? catalogue.content(editionId));
  const report = buildReport({ ...parts, evaluation, context, languages });
  await renderPdfTo(report, writer).catch((error: unknown) => {
    // Who closes the port has stopped reading, and knows.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** Writes pieces to a port; closing the port stops the writing. */
function writerTo(port: MessagePort): Writable {
  const writer = new Writable({
    write(piece: Uint8Array, _, done) {
      port.postMessage(piece);
      // A turn of the event loop, in which a closed port can be noticed.
      setImmediate(done);
    },
    final(done) {
      port.postMessage(null);
      done();
    },
  });
  port.once('close', () => writer.destroy());
  return writer;
}

/** Does what the first report would wait for. */
function getReady(): void {
  loadFaces();
  for (const id of catalogue.editionIds())
    partsOf(catalogue.hashOf(id), () => catalogue.content(id));
}

/** What a report says comes from its edition, which each thread opens once. */
function partsOf(hash: string, read: () => EditionContent): EditionParts {
  const known = opened.get(hash);
  if (known !== undefined) return known;
  const { edition, ...rest } = read();
  const parts = { survey: compile(edition), ...rest };
  opened.set(hash, parts);
  return parts;
}
