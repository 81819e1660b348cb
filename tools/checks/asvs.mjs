// Checks docs/security/asvs.csv: every requirement of OWASP ASVS 5.0.0 of levels 1 and 2, once and
// in order, each with how it is met and by which test that is shown. Exit 1 with every faulty row
// named.
import { readFileSync } from 'node:fs';
import { faultsOfTest, ROOT } from './test-references.mjs';

const FILE = 'docs/security/asvs.csv';
const COLUMNS = ['id', 'level', 'chapter', 'requirement', 'applies', 'how', 'test'];
const APPLIES = ['yes', 'no', 'partly'];
/** What no test can show: a duty of who runs the service, or a property of how it is built. */
const UNTESTED = /^(Operation|Design): \S/;
const PENDING = /\bPENDING\b/;
const REFERENCE = /^([\w./-]+\.spec\.ts): "([^"]+)"$/;
/** Own words for a requirement: enough to know it, too few to be a copy. */
const WORDS = { min: 8, max: 20 };

/** The levels of the requirements of each section, in order of their numbers, as published. */
const SECTIONS = {
  1.1: '22',
  1.2: '1111122223',
  1.3: '112222222223',
  1.4: '222',
  1.5: '123',
  2.1: '122',
  2.2: '112',
  2.3: '12223',
  2.4: '23',
  3.2: '113',
  3.3: '12223',
  3.4: '11222233',
  3.5: '11122333',
  3.7: '22333',
  4.1: '12233',
  4.2: '23333',
  4.3: '22',
  4.4: '1222',
  5.1: '2',
  5.2: '112333',
  5.3: '113',
  5.4: '222',
  6.1: '122',
  6.2: '111111112222',
  6.3: '11223333',
  6.4: '112233',
  6.5: '22222333',
  6.6: '2223',
  6.8: '2222',
  7.1: '222',
  7.2: '1111',
  7.3: '22',
  7.4: '11222',
  7.5: '223',
  7.6: '22',
  8.1: '1233',
  8.2: '1123',
  8.3: '133',
  8.4: '23',
  9.1: '111',
  9.2: '1222',
  10.1: '22',
  10.2: '223',
  10.3: '22223',
  10.4: '1111122222233333',
  10.5: '22222',
  10.6: '22',
  10.7: '222',
  11.1: '2233',
  11.2: '22233',
  11.3: '11233',
  11.4: '1222',
  11.5: '23',
  11.6: '23',
  12.1: '12233',
  12.2: '11',
  12.3: '22223',
  13.1: '2333',
  13.2: '222223',
  13.3: '2233',
  13.4: '1222233',
  14.1: '22',
  14.2: '12223333',
  14.3: '122',
  15.1: '12233',
  15.2: '12233',
  15.3: '1222222',
  16.1: '2',
  16.2: '22222',
  16.3: '2222',
  16.4: '222',
  16.5: '2223',
  17.1: '23',
  17.2: '22223333',
  17.3: '22',
};
const EXPECTED = Object.entries(SECTIONS).flatMap(([section, levels]) =>
  [...levels]
    .map((level, index) => ({ id: `V${section}.${index + 1}`, level }))
    .filter(({ level }) => level !== '3'),
);

const faults = [];
const { header, rows } = table(readFileSync(`${ROOT}${FILE}`, 'utf8'));
if (header.join() !== COLUMNS.join()) faults.push(`columns: must be ${COLUMNS.join(', ')}`);
compareIds();
for (const row of rows) check(row);

for (const fault of faults) console.error(`✗ ${fault}`);
console.log(
  faults.length === 0
    ? `ASVS: ${rows.length} requirements, all checks passed.`
    : `ASVS: ${faults.length} faults in ${rows.length} requirements.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

function table(text) {
  const [header = [], ...records] = parse(text);
  const rows = records.map((fields, index) => {
    if (fields.length !== COLUMNS.length) {
      faults.push(`row ${index + 2}: ${fields.length} fields instead of ${COLUMNS.length}`);
    }
    return Object.fromEntries(COLUMNS.map((column, at) => [column, fields[at] ?? '']));
  });
  return { header, rows };
}

/** Records of fields by RFC 4180; what breaks its rules is a fault. */
function parse(text) {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const records = [];
  let record = [];
  while (field.lastIndex < text.length) {
    const start = field.lastIndex;
    const match = field.exec(text);
    if (match === null) {
      faults.push(`line ${text.slice(0, start).split('\n').length}: not CSV by RFC 4180`);
      return records;
    }
    const [, quoted, plain, end] = match;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',' && field.lastIndex < text.length) continue;
    if (end === ',') record.push('');
    records.push(record);
    record = [];
  }
  return records;
}

function compareIds() {
  const wanted = new Map(EXPECTED.map(({ id, level }) => [id, level]));
  const found = rows.map(({ id }) => id);
  for (const id of wanted.keys()) if (!found.includes(id)) faults.push(`${id}: is missing`);
  for (const [index, { id, level }] of rows.entries()) {
    if (!wanted.has(id)) faults.push(`${id}: is no requirement of level 1 or 2`);
    else if (found.indexOf(id) !== index) faults.push(`${id}: stands twice`);
    else if (wanted.get(id) !== level) faults.push(`${id}: is of level ${wanted.get(id)}`);
  }
  const known = found.filter((id, index) => wanted.has(id) && found.indexOf(id) === index);
  const ordered = [...wanted.keys()].filter((id) => known.includes(id));
  const astray = known.findIndex((id, index) => id !== ordered[index]);
  if (astray >= 0)
    faults.push(`${known[astray]}: is out of order, ${ordered[astray]} belongs here`);
}

function check({ id, chapter, requirement, applies, how, test }) {
  const fault = (text) => faults.push(`${id}: ${text}`);
  if (!/^\d+ \S/.test(chapter) || !id.startsWith(`V${chapter.split(' ')[0]}.`)) {
    fault(`chapter is "${chapter}"`);
  }
  const words = requirement.split(/\s+/).filter(Boolean).length;
  if (words < WORDS.min || words > WORDS.max) {
    fault(`requirement has ${words} words, not ${WORDS.min} to ${WORDS.max}`);
  }
  if (!APPLIES.includes(applies)) fault(`applies is "${applies}", not ${APPLIES.join(' or ')}`);
  if (how.trim() === '') fault('does not say how');
  if (PENDING.test(how)) fault('is still pending');
  for (const text of faultsOfTests(test)) fault(text);
  if (applies !== 'no' && test === '' && !UNTESTED.test(how)) {
    fault('names no test, and neither "Operation:" nor "Design:" says why');
  }
}

/** What is wrong with references such as `test/e2e/x.spec.ts: "title"; test/e2e/y.spec.ts: "title"`. */
function faultsOfTests(test) {
  if (test === '') return [];
  return test.split(/(?<="); /).flatMap((reference) => {
    const [, file, title] = REFERENCE.exec(reference) ?? [];
    return file === undefined
      ? [`${reference}: is no reference to a test`]
      : faultsOfTest(file, title);
  });
}
