import type { Evaluation } from '@sukoyaka/evaluation';
import type { ReportContext, ReportLanguages } from '@sukoyaka/report';

/** What a thread needs to make one report; everything in it can be sent to a thread. */
export interface ReportJob {
  readonly editionId: string;
  readonly evaluation: Evaluation;
  readonly context: ReportContext;
  readonly languages: ReportLanguages;
}
