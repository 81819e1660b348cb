import { language, t } from './texts.js';

export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal, in the reader's language (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(code);
  }
}

export interface Answer<T> {
  readonly body: T;
  readonly etag: string | null;
}

interface Asked {
  readonly body?: unknown;
  /** The version that a change is based on. */
  readonly version?: string | null;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Asks the API. @throws Problem for every answer but a success, and when there is none. */
export async function call<T = undefined>(
  method: Method,
  path: string,
  { body, version }: Asked = {},
): Promise<Answer<T>> {
  const headers = {
    accept: 'application/json, application/problem+json',
    'accept-language': language(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(version == null ? {} : { 'if-match': version }),
  };
  const response = await reach(path, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  const read: unknown = parsed(text);
  if (!response.ok) throw problemOf(response.status, read);
  return { body: read as T, etag: response.headers.get('etag') };
}

/** The body of an answer to GET. */
export async function get<T>(path: string): Promise<T> {
  return (await call<T>('GET', path)).body;
}

/** How many items the service gives at a time, at most. */
const MOST_AT_ONCE = 100;

/** All items of a list that comes page by page, under the name that its answers give them. */
export async function getAll<Item>(path: string, name: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: string | null = `${path}?limit=${MOST_AT_ONCE}`;
  while (next !== null) {
    const page: Readonly<Record<string, readonly Item[]>> & { readonly next: string | null } =
      await get(next);
    items.push(...(page[name] ?? []));
    next = page.next;
  }
  return items;
}

/** The body of an answer to GET, and undefined where this service does not offer it. */
export async function getIfOffered<T>(path: string): Promise<T | undefined> {
  try {
    return await get<T>(path);
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  }
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...request, cache: 'no-store' });
  } catch {
    throw new Problem(0, 'OFFLINE', t('fault.offline.title'), t('fault.offline.detail'));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly Fault[];
}

function problemOf(status: number, body: unknown): Problem {
  if (isProblem(body)) {
    return new Problem(status, body.code, body.title, body.detail, body.errors);
  }
  return new Problem(status, 'UNKNOWN', t('fault.unknown.title'), t('fault.unknown.detail'));
}

function isProblem(body: unknown): body is ProblemBody {
  const { code, title, detail } = (body ?? {}) as Partial<ProblemBody>;
  return [code, title, detail].every((each) => typeof each === 'string');
}

/** Any failure as a problem: what is not one is a mistake of this page. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, 'UNKNOWN', t('fault.unknown.title'), t('fault.unknown.detail'));
}
