import { createServer } from 'node:net';
import { StartError, systemCode } from '@sukoyaka/persistence/embedded';

/** The addresses that "localhost" stands for. */
const LOOPBACK = ['127.0.0.1', '::1'] as const;

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'may not be used by this account',
};

/**
 * Makes sure that the port can be listened on, before anything else is started.
 * @throws StartError naming PORT and what to do.
 */
export async function assertPortFree(port: number): Promise<void> {
  for (const host of LOOPBACK) {
    const code = await attempt(port, host);
    const reason = code === undefined ? undefined : REASONS[code];
    if (reason === undefined) continue;
    const other = port > 1024 && port < 65_535 ? port + 1 : 3000;
    throw new StartError(
      `port ${port} ${reason}: set PORT to another one (PORT=${other} npm start)`,
    );
  }
}

/** The code of the system's refusal; undefined when the port could be had. */
function attempt(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(systemCode(error)));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
