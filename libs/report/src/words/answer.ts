import {
  type AnswerValue,
  type Cell,
  type ConsentValue,
  type EvidenceItem,
  isNotApplicable,
  isPerSite,
  isRecord,
  type Organisation,
  percentOf,
  type PlainValue,
  type Question,
  type TableItem,
} from '@sukoyaka/survey';
import { oneLine } from './clean.js';
import { date, join, joinSome, localised, number, type Phrase, same, say, year } from './phrase.js';
import { optionText, reasonText, unitOf } from './question.js';
import { bounded, quantities, quantity } from './quantity.js';
import { sitesInWords } from './sites.js';

/** How many of the ticked options are named before the rest is counted. */
const NAMED_OPTIONS = 3;

/** Whether a cell of a question's answer may be printed; false for what is withheld. */
export type MayShow = (
  cell: Cell,
  row: Readonly<Record<string, Cell>>,
  item: string | null,
) => boolean;

/** An answer in words. `own`: it is the company's own text, which is printed once, untranslated. */
export type AnswerInWords =
  | { readonly state: 'answered'; readonly words: Phrase }
  | { readonly state: 'own'; readonly text: string }
  | { readonly state: 'not-applicable'; readonly words: Phrase }
  | { readonly state: 'unknown' };

/** `short`: long lists are cut and counts left out, for the digest; `full`: nothing is. */
export type Extent = 'short' | 'full';

/** How answers are put into words. */
export interface AnswerStyle {
  readonly extent: Extent;
  readonly mayShow: MayShow;
  /** In which money is, where that was stated. */
  readonly currency?: string;
}

/** Puts any answer into words; a missing one is unknown. Never throws on a value of another shape. */
export function answerInWords(
  question: Question,
  value: AnswerValue | undefined,
  organisation: Organisation | null,
  style: AnswerStyle,
): AnswerInWords {
  if (value === undefined) return { state: 'unknown' };
  if (isNotApplicable(value)) {
    return { state: 'not-applicable', words: reasonText(question, value) };
  }
  if (isPerSite(value)) {
    const plain = (site: PlainValue): Phrase => plainInWords(question, site, style);
    return { state: 'answered', words: sitesInWords(value.sites, organisation, plain) };
  }
  if (question.type === 'text' && typeof value === 'string') return { state: 'own', text: value };
  return { state: 'answered', words: plainInWords(question, value as PlainValue, style) };
}

function plainInWords(question: Question, value: PlainValue, style: AnswerStyle): Phrase {
  switch (question.type) {
    case 'single':
    case 'yes-progress-no':
      return optionText(question, textOf(value));
    case 'multiple': {
      const options = list<string>(value).map((id) => optionText(question, id));
      return style.extent === 'short' ? joinSome(options, NAMED_OPTIONS) : join(options, 'items');
    }
    case 'number':
    case 'percentage':
      return cellInWords(value as Cell, question, style);
    case 'year-table':
      return tableInWords(question, value, style);
    case 'date':
      return date(textOf(value));
    case 'text':
      return same(oneLine(textOf(value)));
    case 'evidence':
      return join(list<EvidenceItem>(value).map(evidenceInWords), 'items');
    case 'consent':
      return consentInWords(value as ConsentValue);
  }
}

function textOf(value: PlainValue): string {
  return typeof value === 'string' ? value : '';
}

function list<T>(value: PlainValue): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}

type Row = Readonly<Record<string, Cell>>;

function cellInWords(
  cell: Cell,
  question: Question,
  { mayShow, extent, currency }: AnswerStyle,
  row: Row = {},
  item?: string,
): Phrase {
  if (!mayShow(cell, row, item ?? null)) return say('outcome.withheld');
  if (typeof cell === 'number') return quantity(cell, unitOf(question, item), currency);
  if (!isRecord(cell)) return same('');
  if ('percent' in cell) return bounded(percentOf(cell), 'percent', cell.bound ?? 'exact');
  const rate = quantity(percentOf(cell), 'percent');
  if (item !== undefined && extent === 'short') return rate;
  const { numerator, denominator } = cell;
  return say('number.rate', {
    rate,
    numerator: number(numerator, 0),
    denominator: number(denominator, 0),
  });
}

/** Item by item, each with its years, oldest first. */
function tableInWords(
  question: Extract<Question, { type: 'year-table' }>,
  value: PlainValue,
  style: AnswerStyle,
): Phrase {
  if (!isRecord(value)) return same('');
  const table = value as Readonly<Record<string, Row>>;
  const items = question.items.flatMap((item) => {
    const years = Object.keys(table)
      .sort()
      .filter((at) => table[at]?.[item.id] !== undefined);
    if (years.length === 0) return [];
    const cells = years.map((at) => ({ at, row: table[at] ?? {} }));
    return [{ label: localised(item.label), cells: overYears(cells, item, question, style) }];
  });
  if (question.items.length === 1) return items[0]?.cells ?? same('');
  return join(
    items.map((item) => say('answer.item', item)),
    'items',
  );
}

interface YearRow {
  readonly at: string;
  readonly row: Row;
}

/** `2023–2025: a → b → c` for years in a row, else each year with its value. */
function overYears(
  years: readonly YearRow[],
  { id }: TableItem,
  question: Question,
  style: AnswerStyle,
): Phrase {
  const values = years.map(({ row }) => cellInWords(row[id] as Cell, question, style, row, id));
  const [first, last] = [Number(years[0]?.at), Number(years.at(-1)?.at)];
  if (years.length > 1 && last - first === years.length - 1) {
    const plain = years.flatMap(({ row }) => exactly(row, id, style) ?? []);
    const row =
      plain.length === years.length
        ? quantities(plain, unitOf(question, id), style.currency)
        : join(values, 'steps');
    return say('number.in-years', { from: year(first), to: year(last), values: row });
  }
  const each = years.map(({ at }, index) =>
    say('number.in-year', { year: year(at), value: values[index] ?? same('') }),
  );
  return join(each, 'items');
}

/** The value of a cell that is known exactly, may be shown, and needs no counts beside it. */
function exactly(row: Row, id: string, { mayShow, extent }: AnswerStyle): number | null {
  const cell = row[id];
  if (cell === undefined || !mayShow(cell, row, id)) return null;
  if (typeof cell === 'number') return cell;
  if (extent === 'full') return null;
  return 'percent' in cell && (cell.bound ?? 'exact') !== 'exact' ? null : percentOf(cell);
}

const KINDS: readonly string[] = ['document', 'record', 'web-page', 'photo', 'other'];

function evidenceInWords({ title, kind, status }: EvidenceItem): Phrase {
  return say('answer.evidence', {
    title: oneLine(title),
    kind: KINDS.includes(kind) ? say(`evidence.kind.${kind}`) : same(kind),
    status: say(status === 'attached' ? 'evidence.attached' : 'evidence.held'),
  });
}

function consentInWords({ given, date: on, textVersion }: ConsentValue): Phrase {
  return say(given ? 'answer.consent-given' : 'answer.consent-withheld', {
    date: date(on),
    version: oneLine(textVersion),
  });
}
