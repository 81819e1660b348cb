import { Buffer } from 'node:buffer';
import process from 'node:process';
import { isatty } from 'node:tty';
import type { Host } from './host.js';

/** The host of a real run. `npm run` moves to the project's folder and keeps the user's in INIT_CWD. */
export function processHost(): Host {
  const { stdout, stderr, env } = process;
  return {
    folder: env['INIT_CWD'] ?? process.cwd(),
    environment: env,
    terminal: isatty(stderr.fd),
    now: () => new Date(),
    readStandardInput,
    writeOut: (data) => write(stdout, data),
    writeError: (text) => void stderr.write(text),
  };
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A reader that has seen enough (`| head`) closes the pipe: no fault of ours, nothing to say. */
function write(stream: NodeJS.WriteStream, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(data, (error) => {
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(error);
    });
  });
}

/** Broken pipes also surface as events; without a listener they would end the process noisily. */
export function toleratePipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exitCode = 2;
    });
  }
}
