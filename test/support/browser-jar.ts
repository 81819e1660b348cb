import type { Response, Test } from 'supertest';
import { type Http, httpOf } from './api.js';

/** Requests of one browser: cookies that answers set come with the next ones. */
export class BrowserJar {
  readonly #cookies = new Map<string, string>();
  readonly #url: string;

  constructor(url: string, cookie = '') {
    this.#url = url;
    for (const pair of cookie.split('; ')) this.#keep(pair);
  }

  /** A copy of what it holds now, as a thief would have it. */
  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get http(): Http {
    return httpOf(this.#url, { cookie: this.cookies });
  }

  /** Sends a body and keeps what the answer sets. */
  async post(path: string, body: object = {}): Promise<Response> {
    return this.#keeping(this.http.post(path).send(body));
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#keeping(this.http.get(path).set(headers));
  }

  async #keeping(test: Test): Promise<Response> {
    const response = await test;
    const lines = ([] as string[]).concat(response.headers['set-cookie'] ?? []);
    for (const line of lines) this.#keep(line.split(';', 1)[0] ?? '');
    return response;
  }

  #keep(pair: string): void {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
