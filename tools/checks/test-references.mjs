// Whether the tests that documents name are there.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What is wrong with naming the test `title` of `file`: a list of sentences, empty if nothing is. */
export function faultsOfTest(file, title) {
  if (!/^[\w./-]+\.spec\.ts$/.test(file)) return [`${file}: is no file of tests`];
  if (!existsSync(`${ROOT}${file}`)) return [`${file}: no such file`];
  return isTitled(file, title) ? [] : [`${file}: no test "${title}"`];
}

/** Whether a call in `file` has this title: a literal that an argument follows. */
function isTitled(file, title) {
  const source = readFileSync(`${ROOT}${file}`, 'utf8');
  const literal = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(['"\`])${literal}\\1\\s*,`).test(source);
}
