import { setImmediate as turn } from 'node:timers/promises';

/**
 * All pieces of a file as one; what fails on the way rejects. Ends with a turn of the event loop, in
 * which pdfkit's stream lets go of the document: who makes many in a row would keep them all.
 */
export async function collect(file: () => Iterable<Uint8Array>): Promise<Uint8Array> {
  const bytes = Buffer.concat([...file()]);
  await turn();
  return bytes;
}
