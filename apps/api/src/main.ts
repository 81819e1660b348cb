import { StartError } from '@sukoyaka/persistence/embedded';
import { createApp } from './create-app.js';
import { ReportRenderer } from './modules/reports/report-renderer.js';
import { readAppConfig } from './platform/config/app-config.js';

/** How long requests under way may take to finish once the service is asked to stop. */
const GRACE_MS = 10_000;

async function serve(): Promise<void> {
  const config = readAppConfig(process.env);
  const app = await createApp(config);
  const stop = () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    void app.close().then(() => process.exit(0));
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, stop);
  await app.listen(config.port, config.host);
  process.send?.({ listening: await app.getUrl() });
  // Without it the first report is slow, no more.
  app
    .get(ReportRenderer)
    .warmUp()
    .catch(() => undefined);
}

try {
  await serve();
} catch (error) {
  const text = error instanceof StartError ? error.message : String(error);
  process.stderr.write(`sukoyaka: ${text}\n`);
  process.exit(1);
}
