import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Seconds from `npm start` to the first 200 of `/api/health/ready`, installed and built: once with
 * an empty data folder, and once with the data that this leaves.
 */
export async function startSeconds(): Promise<{ readonly first: number; readonly second: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'sukoyaka-bench-'));
  // Started by root, PostgreSQL runs as another user, who has to get in.
  await chmod(folder, 0o755);
  try {
    return { first: await startOnce(folder), second: await startOnce(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), SUKOYAKA_DATA_DIR: join(folder, 'data') },
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  let ended = false;
  void gone.then(() => (ended = true));
  try {
    await untilReady(`http://127.0.0.1:${port}/api/health/ready`, () => ended);
    return (performance.now() - start) / 1000;
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

async function untilReady(url: string, ended: () => boolean): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline && !ended()) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${url} did not answer`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
