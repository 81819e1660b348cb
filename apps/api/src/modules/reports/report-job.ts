import type { MessagePort } from 'node:worker_threads';
import type { EditionContent } from '@sukoyaka/catalogue';
import type { Evaluation } from '@sukoyaka/evaluation';
import type { ReportContext, ReportInput, ReportLanguages } from '@sukoyaka/report';
import type { OpenEdition } from '../../platform/editions/editions.js';

/** A report that was asked for, with the edition in whose words it speaks. */
export interface RequestedReport {
  readonly edition: OpenEdition;
  readonly evaluation: Evaluation;
  readonly context: ReportContext;
  readonly languages: ReportLanguages;
}

/** What a thread needs to make one report; everything in it can be sent to a thread. */
export interface ReportJob extends Omit<RequestedReport, 'edition'> {
  readonly editionId: string;
  readonly editionHash: string;
  /** Of an edition that is not offered any more; threads read the others themselves. */
  readonly keptContent: EditionContent | null;
}

/** A job with the port to which its PDF goes: pieces in their order, then null. */
export interface ReportTask {
  readonly job: ReportJob;
  readonly port: MessagePort;
}

export function jobOf({ edition: opened, ...rest }: RequestedReport): ReportJob {
  const { edition, ruleSets, programme, parentTopics, hash, isOffered } = opened;
  const content = { edition, ruleSets, programme, parentTopics };
  return {
    ...rest,
    editionId: edition.id,
    editionHash: hash,
    keptContent: isOffered ? null : content,
  };
}

/** What a report takes from its edition. */
export type EditionParts = Pick<ReportInput, 'survey' | 'programme' | 'ruleSets' | 'parentTopics'>;
