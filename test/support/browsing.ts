import { freePort } from '@sukoyaka/persistence/embedded';
import type { AppConfig } from '../../apps/api/src/platform/config/app-config.js';
import { type RunningApi, startApi } from './api.js';
import { type RunningBrowser, startBrowser } from './browser.js';

export interface Browsing {
  readonly api: RunningApi;
  readonly running: RunningBrowser;
  readonly stop: () => Promise<void>;
}

/** A browser, and the service as it knows itself at http://localhost: passkeys hold for no other name. */
export async function startBrowsing(settings: Partial<AppConfig> = {}): Promise<Browsing> {
  const port = await freePort();
  const api = await startApi({ port, origin: `http://localhost:${port}`, ...settings });
  const running = await startBrowser();
  const stop = async () => {
    await running.stop();
    await api.stop();
  };
  return { api, running, stop };
}
