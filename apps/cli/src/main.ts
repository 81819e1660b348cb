#!/usr/bin/env node
import process from 'node:process';
import { closeDatabases } from './database/owner-url.js';
import { processHost, toleratePipes } from './io/process-host.js';
import { removePendingFiles } from './io/write-file.js';
import { run } from './program.js';

/** Older ones lack what the libraries use, and would fail in the middle of the work. */
const OLDEST_NODE = 22;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  const own = 'start it with "npm run -s sukoyaka -- …", which brings its own';
  process.stderr.write(`sukoyaka: Node ${OLDEST_NODE} or later is needed: ${own}\n`);
  process.exit(2);
}

toleratePipes();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    removePendingFiles();
    void closeDatabases().finally(() => process.kill(process.pid, signal));
  });
}
process.exitCode = await run(process.argv.slice(2), processHost());
