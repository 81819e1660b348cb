import { isLocale } from '@sukoyaka/kernel';
import type { ConsentQuestion, EvidenceQuestion } from '../definition.js';
import { type Findings, inShort, shorten } from '../problem.js';
import { type Checker, checkKeys, kindOf, wrongShape } from './checker.js';
import { checkDay } from './date.js';
import { checkText } from './text.js';

const KINDS: readonly unknown[] = ['document', 'record', 'web-page', 'photo', 'other'];
const STATUSES: readonly unknown[] = ['held', 'attached'];

/** evidence: documents that exist; an entry names its title, kind and whether it was attached. */
export function evidenceChecker(question: EvidenceQuestion): Checker {
  return (value, out) => {
    if (!Array.isArray(value)) return wrongShape(out, 'evidence', value);
    if (value.length === 0) return out.error('evidence-empty');
    if (value.length > question.maxItems)
      return out.error('too-many-items', { most: question.maxItems });
    value.forEach((item: unknown, index) => {
      out.within(String(index), () => checkEvidenceItem(item, out));
    });
  };
}

function checkEvidenceItem(item: unknown, out: Findings): void {
  const keys = ['title', 'kind', 'status', 'date', 'location', 'sha256'];
  if (!checkKeys(item, keys, 'evidence-item', out)) return;
  const { title, kind, status, date, location, sha256 } = item;
  if (typeof title === 'string') out.within('title', () => checkText(title, 200, out));
  else out.within('title', () => wrongShape(out, 'text', title));
  demand(KINDS.includes(kind), 'kind', kind, out);
  demand(STATUSES.includes(status), 'status', status, out);
  if (date !== undefined) {
    out.within('date', () => checkDay(date, () => fieldUnfit('date', date, out), out));
  }
  if (typeof location === 'string') out.within('location', () => checkText(location, 500, out));
  else demand(location === undefined, 'location', location, out);
  if (sha256 !== undefined) {
    demand(typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256), 'sha256', sha256, out);
  }
}

function demand(fits: boolean, field: string, value: unknown, out: Findings): void {
  if (!fits) out.within(field, () => fieldUnfit(field, value, out));
}

function fieldUnfit(field: string, value: unknown, out: Findings): void {
  out.error('evidence-field', { field, value: inShort(value), found: kindOf(value) });
}

/** consent: given or withheld, on a day, to a version of the text, in a language. */
export function consentChecker(question: ConsentQuestion): Checker {
  return (value, out) => {
    if (!checkKeys(value, ['given', 'textVersion', 'language', 'date'], 'consent', out)) return;
    const { given, textVersion, language, date } = value;
    const unfit = (field: string, found: unknown): void =>
      out.error('consent-field', { field, value: inShort(found), found: kindOf(found) });
    const wrong = (field: string, found: unknown): void =>
      out.within(field, () => unfit(field, found));
    if (typeof given !== 'boolean') wrong('given', given);
    if (!isLocale(language)) wrong('language', language);
    out.within('date', () => checkDay(date, () => unfit('date', date), out));
    if (typeof textVersion !== 'string') wrong('textVersion', textVersion);
    else if (textVersion !== question.textVersion) {
      out.error('consent-version', { found: shorten(textVersion), current: question.textVersion });
    }
  };
}
