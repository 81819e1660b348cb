import type { Locale } from '@sukoyaka/kernel';
import { type Translate, translator } from '@sukoyaka/localisation';
import type { Edition } from '@sukoyaka/survey';
import {
  type CellStyle,
  type CellValue,
  colToLetter,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { type Accepts, type TemplateRow, templateRows } from './rows.js';

/** Columns of the sheet of answers, in order; those of `INPUT` are filled in. */
const COLUMNS = [
  ['id', 28],
  ['section', 20],
  ['question', 60],
  ['part', 40],
  ['how', 26],
  ['answer', 40],
  ['numerator', 12],
  ['denominator', 12],
  ['not-applicable', 30],
  ['why', 50],
  ['evidence', 50],
  ['guidance', 50],
  ['law', 24],
] as const;

type Column = (typeof COLUMNS)[number][0];
const INPUT: readonly Column[] = ['answer', 'numerator', 'denominator', 'not-applicable'];
const LISTS = 'Lists';
const HEADER_ROWS = 1;

const HEADER: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E5F' } },
  alignment: { wrapText: true, vertical: 'center' },
};
const TO_FILL: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8E1' } },
  alignment: { wrapText: true, vertical: 'top' },
};
const TO_READ: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/** The edition as an Excel workbook to fill in: one row per question, option or table cell. */
export async function templateWorkbook(edition: Edition, locale: Locale): Promise<Uint8Array> {
  const t = translator(locale, 'cli');
  const rows = templateRows(edition, locale, t);
  const lists = new Lists();
  const dataValidations = rows.flatMap((row, index) =>
    validationsOf(row, index + HEADER_ROWS + 1, lists, locale, t),
  );
  const sheets = [
    { ...answersSheet(rows, locale, t), dataValidations },
    organisationSheet(t),
    lists.sheet(),
  ];
  const stamp = new Date(Date.UTC(edition.year, 0, 1));
  const title = edition.title[locale];
  return writeXlsx({ sheets, properties: { title, created: stamp, modified: stamp } });
}

function answersSheet(rows: readonly TemplateRow[], locale: Locale, t: Translate): WriteSheet {
  const header = COLUMNS.map(([column]) => safe(t(`workbook.column.${column}`)));
  const body = rows.map((row) =>
    COLUMNS.map(([column]): CellValue => safe(textOf(column, row, locale, t))),
  );
  return {
    name: t('workbook.answers'),
    columns: COLUMNS.map(([column, width]) => ({
      width,
      style: INPUT.includes(column) ? TO_FILL : TO_READ,
    })),
    rows: [header, ...body],
    cells: new Map(header.map((_, column) => [`0,${column}`, { style: HEADER }])),
    freezePane: { rows: HEADER_ROWS, columns: 1 },
  };
}

function textOf(column: Column, row: TemplateRow, locale: Locale, t: Translate): string {
  const { question, section, first } = row;
  if (column === 'id') return row.key;
  if (column === 'part') return row.part;
  if (column === 'how') return howTo(row, t);
  if (!first) return '';
  switch (column) {
    case 'section':
      return section.title[locale];
    case 'question':
      return [question.text[locale], question.note?.[locale] ?? ''].join('\n').trim();
    case 'why':
    case 'evidence':
      return question[column][locale];
    case 'guidance':
      return question.guidance.thailand[locale];
    case 'law':
      return [
        `${t('country.thailand')}: ${t(`law.${question.law.thailand}`)}`,
        `${t('country.japan')}: ${t(`law.${question.law.japan}`)}`,
      ].join('\n');
    default:
      return '';
  }
}

function howTo({ question, accepts }: TemplateRow, t: Translate): string {
  const kind = accepts.kind === 'choice' && question.type === 'multiple' ? 'tick' : accepts.kind;
  const how = t(`workbook.how.${question.type === 'evidence' ? 'evidence' : kind}`);
  return question.mandatory ? `${how} · ${t('show.mandatory')}` : how;
}

/** Rules of the cells to fill in, for the row with the 1-based number `line`. */
function validationsOf(
  { question, accepts, first }: TemplateRow,
  line: number,
  lists: Lists,
  locale: Locale,
  t: Translate,
): readonly DataValidation[] {
  const cell = (column: Column): string => `${letterOf(column)}${line}`;
  const strict = {
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: t('workbook.error-title'),
    errorMessage: t('workbook.error'),
  };
  const rule = ruleOf(accepts, lists);
  const found: DataValidation[] = rule ? [{ ...strict, ...rule, range: cell('answer') }] : [];
  if (accepts.kind === 'rate') {
    const range = `${cell('numerator')}:${cell('denominator')}`;
    found.push({ ...strict, ...wholeNumber(0, 10_000_000), range });
  }
  const reasons = question.notApplicable?.reasons.map(({ text }) => text[locale]);
  if (first && reasons) {
    const formula1 = lists.reference(reasons);
    found.push({ ...strict, type: 'list', formula1, range: cell('not-applicable') });
  }
  return found;
}

type Rule = Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2'>;

function ruleOf(accepts: Accepts, lists: Lists): Rule | null {
  switch (accepts.kind) {
    case 'choice':
      return { type: 'list', formula1: lists.reference(accepts.choices) };
    case 'number':
      if (accepts.whole) return wholeNumber(accepts.min, accepts.max);
      return { ...wholeNumber(accepts.min, accepts.max), type: 'decimal' };
    case 'rate':
      return { ...wholeNumber(0, accepts.most), type: 'decimal' };
    default:
      return null;
  }
}

function wholeNumber(min: number, max: number): Rule {
  return { type: 'whole', operator: 'between', formula1: String(min), formula2: String(max) };
}

function letterOf(column: Column): string {
  return colToLetter(COLUMNS.findIndex(([name]) => name === column));
}

function organisationSheet(t: Translate): WriteSheet {
  const fields = ['name', 'country', 'registrationNumber', 'industry', 'employees'];
  const sites = [1, 2, 3, 4, 5].map((n) => [
    `site-${n}`,
    t('workbook.site', { number: n }),
    '',
    '',
  ]);
  return {
    name: t('workbook.organisation'),
    columns: [
      { width: 24 },
      { width: 50 },
      { width: 40, style: TO_FILL },
      { width: 16, style: TO_FILL },
    ],
    rows: [
      ...fields.map((field) => [field, safe(t(`workbook.field.${field}`)), '', '']),
      ['', '', safe(t('workbook.site-name')), safe(t('workbook.site-employees'))],
      ...sites.map((row) => row.map(safe)),
    ],
  };
}

/** The hidden sheet that holds the choices of the drop-down lists, equal lists once. */
class Lists {
  private readonly columns: (readonly string[])[] = [];
  private readonly known = new Map<string, string>();

  reference(choices: readonly string[]): string {
    const key = JSON.stringify(choices);
    const present = this.known.get(key);
    if (present !== undefined) return present;
    const letter = colToLetter(this.columns.length);
    this.columns.push(choices);
    const reference = `${LISTS}!$${letter}$1:$${letter}$${choices.length}`;
    this.known.set(key, reference);
    return reference;
  }

  sheet(): WriteSheet {
    const height = Math.max(1, ...this.columns.map((choices) => choices.length));
    const rows = Array.from({ length: height }, (_, row) =>
      this.columns.map((choices): CellValue => safe(choices[row] ?? '')),
    );
    return { name: LISTS, rows, hidden: true };
  }
}

/** Spreadsheets take text that begins so for a formula when it is copied or exported: an apostrophe stops them. */
function safe(text: string): CellValue {
  if (text === '') return null;
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
