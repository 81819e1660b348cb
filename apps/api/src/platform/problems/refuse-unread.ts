import { randomUUID } from 'node:crypto';
import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ProblemCode } from '@sukoyaka/contract';
import type { SecurityHeaders } from '../http/security-headers.js';
import { negotiateLocale } from '../locale/negotiate-locale.js';
import { problemDetails } from './problem-details.js';
import { RequestProblem } from './request-problem.js';

const PROBLEM_OF_PARSER_CODE: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TOO_SLOW',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
};

/** What Node tells of a request that it could not read. */
interface Unread extends Error {
  readonly code?: string;
  /** What arrived of it, where it is the form that was wrong. */
  readonly rawPacket?: unknown;
}

/**
 * Takes from Node what it would answer without a word: an unknown `Expect` goes the way of any
 * request (RFC 9110 leaves that open), a `CONNECT` is refused.
 */
export function leaveNothingUnsaid(server: Server, bare: SecurityHeaders): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', ({ headers }, socket) => {
    // Node has taken its own listener off: without one, a reset by the client would end the process.
    socket.on('error', () => socket.destroy());
    refuse('REQUEST_MALFORMED', headers['accept-language'], socket, bare);
  });
}

/** Answers a request that is no HTTP, or too large or slow to be read, like every other problem. */
export function refuseUnread(error: Unread, socket: Duplex, bare: SecurityHeaders): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = PROBLEM_OF_PARSER_CODE[error.code ?? ''] ?? 'REQUEST_MALFORMED';
  refuse(code, languageIn(error.rawPacket), socket, bare);
}

function refuse(
  code: ProblemCode,
  language: string | undefined,
  socket: Duplex,
  bare: SecurityHeaders,
): void {
  const locale = negotiateLocale(language);
  const details = problemDetails(new RequestProblem(code), locale, randomUUID());
  const body = JSON.stringify(details);
  const headers = {
    ...bare,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': locale,
    'content-length': Buffer.byteLength(body),
    'x-correlation-id': details.correlationId,
    'cache-control': 'no-store',
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const status = `HTTP/1.1 ${details.status} ${STATUS_CODES[details.status] ?? ''}`;
  socket.end(`${[status, ...lines].join('\r\n')}\r\n\r\n${body}`);
}

/** The language that was asked for, as far as it can be told. */
function languageIn(packet: unknown): string | undefined {
  const text = Buffer.isBuffer(packet) ? packet.toString('latin1') : '';
  return /^accept-language:(.*)$/im.exec(text)?.[1];
}
