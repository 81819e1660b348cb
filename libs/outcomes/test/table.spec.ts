import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@sukoyaka/kernel';
import { parseOutcomeTable } from '@sukoyaka/outcomes';

const HEADER = 'company\tkpi\tvalue_as_published_by_collector';

function refusal(tsv: string): { code: string; params: unknown } {
  try {
    parseOutcomeTable(tsv);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('the table was accepted');
}

describe('a table of published figures', () => {
  it('finds its columns by name and ignores the others', () => {
    const tsv = 'url\tvalue_as_published_by_collector\tkpi\tcompany\nu\t12%\t喫煙率\t甲社\n';
    expect(parseOutcomeTable(tsv)).toEqual([{ company: '甲社', kpi: '喫煙率', value: '12%' }]);
  });

  it.each([
    ['a byte order mark', `\uFEFF${HEADER}\na\tb\tc\n`],
    ['Windows line ends', `${HEADER}\r\na\tb\tc\r\n`],
    ['old Mac line ends', `${HEADER}\ra\tb\tc\r`],
    ['empty lines', `${HEADER}\na\tb\tc\n\n \n\t\t\n`],
    ['no last line end', `${HEADER}\na\tb\tc`],
    ['empty cells beyond the header', `${HEADER}\na\tb\tc\t\t`],
    ['cells quoted by a spreadsheet', `${HEADER}\n"a"\t"b"\t"c"`],
  ])('accepts %s', (_, tsv) => {
    expect(parseOutcomeTable(tsv)).toEqual([{ company: 'a', kpi: 'b', value: 'c' }]);
  });

  it('keeps cells as they stand, spaces and single quotes included', () => {
    const [row] = parseOutcomeTable(`${HEADER}\n a \t"b\t"say ""c"""\n`);
    expect(row).toEqual({ company: ' a ', kpi: '"b', value: 'say "c"' });
  });

  it('keeps a row whose value is empty', () => {
    expect(parseOutcomeTable(`${HEADER}\na\tb\t\n`)).toEqual([
      { company: 'a', kpi: 'b', value: '' },
    ]);
  });

  it('gives no rows for a header alone', () => {
    expect(parseOutcomeTable(HEADER)).toEqual([]);
  });

  it.each(['', 'company\tkpi\n', 'a\tb\tc\n'])('refuses a table without its columns: %j', (tsv) => {
    expect(refusal(tsv).code).toBe('OUTCOME_TABLE_COLUMN_MISSING');
  });

  it('names the missing column', () => {
    expect(refusal('company\tkpi\n').params).toEqual({
      column: 'value_as_published_by_collector',
      line: 1,
    });
  });

  it('refuses a column that stands twice', () => {
    expect(refusal(`${HEADER}\tkpi\na\tb\tc\td`)).toEqual({
      code: 'OUTCOME_TABLE_COLUMN_TWICE',
      params: { column: 'kpi', line: 1 },
    });
  });

  it('refuses a short row by its line in the file, blank lines counted, and gives nothing', () => {
    expect(refusal(`${HEADER}\na\tb\tc\n\na\tb\n`)).toEqual({
      code: 'OUTCOME_TABLE_ROW_TOO_SHORT',
      params: { line: 4, cells: 2, expected: 3 },
    });
  });

  it('refuses a row whose cells have moved', () => {
    expect(refusal(`${HEADER}\na\tb\tb again\tc\n`)).toEqual({
      code: 'OUTCOME_TABLE_ROW_TOO_LONG',
      params: { line: 2, cells: 4, expected: 3 },
    });
  });
});
