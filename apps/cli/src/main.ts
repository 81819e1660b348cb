#!/usr/bin/env node
import process from 'node:process';
import { processHost, toleratePipes } from './io/process-host.js';
import { removePendingFiles } from './io/write-file.js';
import { run } from './program.js';

toleratePipes();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    removePendingFiles();
    process.kill(process.pid, signal);
  });
}
process.exitCode = await run(process.argv.slice(2), processHost());
