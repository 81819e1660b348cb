import { compact } from './compact.js';
import type { PdfDocument } from './pdf-objects.js';

/** The document's bytes, once it has ended; its objects are packed. */
export async function bytesOf(document: PdfDocument, end: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  end();
  await finished;
  return compact(Buffer.concat(chunks));
}
