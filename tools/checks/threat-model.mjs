// Checks docs/security/threat-model.md: every abuse says what stops it, and names at least one test
// that shows it and that is there. Exit 1 with every faulty abuse named.
import { readFileSync } from 'node:fs';
import { faultsOfTest, ROOT } from './test-references.mjs';

const FILE = 'docs/security/threat-model.md';
const SECTION = '## Abuses, and what stops them';
/** `file`: "title", "other title"; `other file`: "title" */
const REFERENCES = /^`([^`]+)`: ("[^"]+"(?:, "[^"]+")*)(?:; |$)/;

const faults = [];
const abuses = rowsOf(readFileSync(`${ROOT}${FILE}`, 'utf8'));
if (abuses.length === 0) faults.push(`no abuses below "${SECTION}"`);
for (const row of abuses) check(row);

for (const fault of faults) console.error(`✗ ${fault}`);
console.log(
  faults.length === 0
    ? `Threat model: ${abuses.length} abuses, all checks passed.`
    : `Threat model: ${faults.length} faults in ${abuses.length} abuses.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

/** The rows of the tables of the section, without their heads. */
function rowsOf(text) {
  const [, below = ''] = text.split(`\n${SECTION}\n`);
  const [section = ''] = below.split(/\n## /);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.filter((_, at) => !/^\|-/.test(rows[at]) && !/^\|-/.test(rows[at + 1] ?? ''));
}

function check(row) {
  const [abuse = '', stopped = '', shown = '', ...others] = row.slice(1, -1).split(' | ');
  const fault = (text) => faults.push(`${abuse.trim()}: ${text}`);
  if (others.length > 0 || !row.endsWith('|')) fault('is no row of three cells');
  if (stopped.trim() === '') fault('does not say what stops it');
  if (shown.trim() === '') fault('names no test');
  for (const text of faultsOfReferences(shown.trim())) fault(text);
}

function faultsOfReferences(cell) {
  const faults = [];
  let rest = cell;
  while (rest !== '') {
    const [whole, file, titles] = REFERENCES.exec(rest) ?? [];
    if (whole === undefined) return [...faults, `${rest}: is no reference to a test`];
    for (const [, title] of titles.matchAll(/"([^"]+)"/g))
      faults.push(...faultsOfTest(file, title));
    rest = rest.slice(whole.length);
  }
  return faults;
}
