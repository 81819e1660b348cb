import { type EditionContent, openCatalogue } from '@sukoyaka/catalogue';
import { buildReport } from '@sukoyaka/report';
import { compile } from '@sukoyaka/survey';
import { loadFaces, renderPdf } from '@sukoyaka/typesetting';
import { move } from 'piscina';
import type { EditionParts, ReportJob } from './report-job.js';

const catalogue = openCatalogue();
const opened = new Map<string, EditionParts>();

/** Makes one report as PDF. Its bytes are handed over, not copied. Without a job it gets ready. */
export default async function renderReport(job: ReportJob | null): Promise<unknown> {
  if (job === null) return getReady();
  const { editionId, editionHash, keptContent, evaluation, context, languages } = job;
  const parts = partsOf(editionHash, () => keptContent ?? catalogue.content(editionId));
  return move(await renderPdf(buildReport({ ...parts, evaluation, context, languages })));
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
