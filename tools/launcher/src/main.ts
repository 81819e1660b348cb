import { StartError } from '@sukoyaka/persistence/embedded';
import type * as AppConfigModule from '../../../apps/api/src/platform/config/app-config.js';
import { Launcher } from './launcher.js';
import { demoTable } from './demo-table.js';
import { assertPortFree } from './port-check.js';
import { SaidAlready } from './run-program.js';
import { type LauncherSettings, readLauncherSettings } from './settings.js';

/** The service's own rules for its settings, as built, like the programs that are run here. */
const APP_CONFIG = new URL('../../../apps/api/dist/platform/config/app-config.js', import.meta.url);
const OLDEST_NODE: readonly [number, number] = [22, 12];

function say(line: string): void {
  process.stderr.write(`sukoyaka: ${line}\n`);
}

function assertNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new StartError(
    `Node ${process.versions.node} runs, ${OLDEST_NODE.join('.')} or later is needed: start by "npm start", which brings its own; on a platform for which it has none, install Node 24`,
  );
}

async function launch(): Promise<void> {
  assertNode();
  const { readServiceSettings } = (await import(APP_CONFIG.href)) as typeof AppConfigModule;
  const settings = readLauncherSettings(process.env, process.cwd(), readServiceSettings);
  await assertPortFree(settings.port);
  const launcher = new Launcher(settings, say);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    if (stopping === undefined) say('stopping …');
    stopping ??= launcher.stop().then(() => {
      say('stopped');
      process.exit(0);
    });
  };
  // npm passes on what the terminal sends to all: the same signal may come twice.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  try {
    await launcher.start();
  } catch (error) {
    if (stopping !== undefined) return stopping;
    await launcher.stop();
    throw error;
  }
  if (stopping === undefined) announce(settings, launcher.secretKey);
}

function announce({ origin, demo }: LauncherSettings, secretKey: string): void {
  const lines = [
    `Sukoyaka is ready: ${origin}  (Ctrl-C stops it)`,
    `  Account pages: ${origin}/account`,
    `  API: ${origin}/api/docs`,
  ];
  if (demo === 'on') lines.push(...demoTable(secretKey, new Date()));
  process.stdout.write(`${lines.join('\n')}\n`);
}

try {
  await launch();
} catch (error) {
  if (error instanceof StartError) say(error.message);
  else if (!(error instanceof SaidAlready)) throw error;
  process.exitCode = 1;
}
