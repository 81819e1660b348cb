import { openCatalogue } from '@sukoyaka/catalogue';
import { buildReport, type ReportInput } from '@sukoyaka/report';
import { compile } from '@sukoyaka/survey';
import { loadFaces, renderPdf } from '@sukoyaka/typesetting';
import { move } from 'piscina';
import type { ReportJob } from './report-job.js';

type EditionParts = Pick<ReportInput, 'survey' | 'programme' | 'ruleSets'>;

const catalogue = openCatalogue();
const opened = new Map<string, EditionParts>();

/** Makes one report as PDF. Its bytes are handed over, not copied. Without a job it gets ready. */
export default async function renderReport(job: ReportJob | null): Promise<unknown> {
  if (job === null) return getReady();
  const { evaluation, context, languages } = job;
  const input = { ...partsOf(job.editionId), evaluation, context, languages };
  return move(await renderPdf(buildReport(input)));
}

/** Does what the first report would wait for. */
function getReady(): void {
  loadFaces();
  for (const id of catalogue.editionIds()) partsOf(id);
}

/** What a report says comes from its edition, which each thread opens once. */
function partsOf(editionId: string): EditionParts {
  const known = opened.get(editionId);
  if (known !== undefined) return known;
  const edition = catalogue.edition(editionId);
  const parts = {
    survey: compile(edition),
    programme: catalogue.programmeOf(edition),
    ruleSets: edition.ruleSets.map((id) => catalogue.ruleSet(id)),
  };
  opened.set(editionId, parts);
  return parts;
}
