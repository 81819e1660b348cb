import type { Edition, Question } from '../definition.js';
import { type Findings, shorten } from '../problem.js';
import { isNotApplicable, isPerSite } from '../values.js';
import { type Checker, checkKeys, wrongShape } from './checker.js';
import { multipleChecker, progressChecker, singleChecker } from './choice.js';
import { dateChecker } from './date.js';
import { numberChecker, percentageChecker } from './figure.js';
import { consentChecker, evidenceChecker } from './records.js';
import { textChecker } from './text.js';
import { yearTableChecker } from './year-table.js';

/** What checking answers needs to know of the company. */
export interface SheetContext {
  /** The ids of its sites, if it listed them. */
  readonly sites: ReadonlySet<string> | null;
  /** How many people it employs, by the sheet itself. */
  readonly employees?: number;
}

export type AnswerChecker = (value: unknown, context: SheetContext, out: Findings) => void;

/** Everything that may stand as the answer to `question`: its value, N/A, or one value per site. */
export function answerChecker(question: Question, edition: Edition): AnswerChecker {
  const plain = plainChecker(question, edition);
  const notApplicable = notApplicableChecker(question);
  return (value, context, out) => {
    if (isNotApplicable(value)) notApplicable(value, out);
    else if (question.perSite) checkPerSite(value, plain, context, out);
    else if (isPerSite(value)) out.error('per-site-unexpected');
    else plain(value, out);
  };
}

function plainChecker(question: Question, edition: Edition): Checker {
  switch (question.type) {
    case 'single':
      return singleChecker(question);
    case 'multiple':
      return multipleChecker(question);
    case 'yes-progress-no':
      return progressChecker;
    case 'number':
      return numberChecker(question);
    case 'percentage':
      return percentageChecker(question);
    case 'year-table':
      return yearTableChecker(question, edition);
    case 'date':
      return dateChecker(question);
    case 'text':
      return textChecker(question);
    case 'evidence':
      return evidenceChecker(question);
    case 'consent':
      return consentChecker(question);
  }
}

function notApplicableChecker(question: Question): Checker {
  const reasons = new Set(question.notApplicable?.reasons.map((reason) => reason.id) ?? []);
  return (value, out) => {
    if (question.notApplicable === undefined) return out.error('not-applicable-refused');
    if (!checkKeys(value, ['notApplicable'], 'not-applicable', out)) return;
    const reason = value['notApplicable'];
    if (typeof reason !== 'string') wrongShape(out, 'not-applicable', reason);
    else if (!reasons.has(reason)) {
      out.error('not-applicable-unknown-reason', { reason: shorten(reason) });
    }
  };
}

function checkPerSite(value: unknown, plain: Checker, context: SheetContext, out: Findings): void {
  if (!isPerSite(value)) return out.error('per-site-expected');
  checkKeys(value, ['sites'], 'per-site', out);
  const answered = Object.keys(value.sites);
  if (answered.length === 0) return out.error('no-sites-answered');
  out.within('sites', () => {
    for (const site of answered) {
      out.within(site, () => {
        if (context.sites && !context.sites.has(site))
          out.error('unknown-site', { site: shorten(site) });
        else plain(value.sites[site], out);
      });
    }
  });
  const missing = [...(context.sites ?? [])].filter((site) => !Object.hasOwn(value.sites, site));
  const [first] = missing;
  if (first !== undefined)
    out.warn('site-missing', { count: missing.length, site: shorten(first) });
}
