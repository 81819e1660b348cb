import { openTemporaryPostgres, StartError } from '@sukoyaka/persistence/embedded';

/**
 * A PostgreSQL for one run of the tests. Prints its address and lives until its standard input
 * ends: so it goes, with its data, however the run ends.
 */
try {
  const { server, close } = await openTemporaryPostgres();
  process.stdout.write(`${JSON.stringify({ url: server.url('postgres') })}\n`);
  let isClosing = false;
  const end = () => {
    if (isClosing) return;
    isClosing = true;
    void close().finally(() => process.exit(0));
  };
  process.stdin.on('end', end).on('error', end).resume();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
} catch (error) {
  process.stderr.write(`${error instanceof StartError ? error.message : String(error)}\n`);
  process.exit(1);
}
