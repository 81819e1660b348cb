import { repeatedKey } from '@sukoyaka/kernel';
import type { FastifyInstance } from 'fastify';
import { RequestProblem } from '../problems/request-problem.js';
import { assertStorable } from './storable.js';

/**
 * Reads bodies as JSON in UTF-8 and as nothing else. An empty body is none, so that a request
 * that needs no body may say that it is JSON.
 */
export function readJsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i,
    { parseAs: 'buffer' },
    (request, body, done) => {
      try {
        assertUtf8(request.headers['content-type']);
        assertPlain(request.headers['content-encoding']);
        done(null, parseJson(body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** JSON is in UTF-8 (RFC 8259, section 8.1), so who names another encoding sends something else. */
function assertUtf8(type = ''): void {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type) ?? [];
  if (charset.toLowerCase() !== 'utf-8') throw new RequestProblem('MEDIA_TYPE_UNSUPPORTED');
}

/** A compressed body is named as what it is, and not as JSON that cannot be read. */
function assertPlain(encoding: string | undefined): void {
  if (!['', 'identity'].includes((encoding ?? '').trim().toLowerCase())) {
    throw new RequestProblem('ENCODING_UNSUPPORTED');
  }
}

/** @throws RequestProblem when it is not JSON, JSON that cannot be kept, or has a key twice. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const { text, body } = decode(bytes);
  assertStorable(body);
  const repeated = repeatedKey(text);
  if (repeated) throw new RequestProblem('KEY_TWICE', { key: repeated.key });
  return body;
}

function decode(bytes: Buffer): { readonly text: string; readonly body: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, body: JSON.parse(text) };
  } catch {
    throw new RequestProblem('BODY_NOT_JSON');
  }
}
