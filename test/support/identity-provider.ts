import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from '@sukoyaka/persistence/embedded';
import Provider, { type InteractionResults } from 'oidc-provider';
import { newAddress } from './mailbox.js';
import { providerStore } from './provider-store.js';
import type { OidcSettings } from '../../apps/api/src/platform/config/oidc-settings.js';

const CLIENT = { clientId: 'sukoyaka', clientSecret: 'a secret that only the test knows' };
const SCOPE = 'openid email profile';

/** Somebody whom the provider knows, with what it says of them. */
export interface ProviderUser {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean | string;
  readonly name?: string;
  readonly amr?: readonly string[];
}

/** What the person, or somebody on the way, does. */
export interface Behaviour {
  readonly user?: ProviderUser;
  readonly isCancelled?: boolean;
  /** How long ago the person showed who they are. */
  readonly secondsOld?: number;
  /** Puts something else in the place of the ID token. */
  readonly idToken?: (token: string) => string;
  /** Where the provider leads the service in the place of giving it tokens. */
  readonly leadsTo?: string;
}

/** An OpenID provider on this computer; its people sign in without being asked anything. */
export class IdentityProvider {
  behaviour: Behaviour = {};
  readonly settings: OidcSettings;
  readonly #key: KeyObject;
  readonly #provider: Provider;
  readonly #server;

  private constructor(
    private readonly port: number,
    callback: string,
  ) {
    const issuer = `http://127.0.0.1:${port}`;
    this.settings = {
      ...CLIENT,
      issuer,
      name: 'Example Holdings',
      emailDomains: [],
      trustsMfa: false,
    };
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#key = privateKey;
    this.#provider = new Provider(issuer, {
      adapter: providerStore(),
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [callback],
        },
      ],
      claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
      cookies: { keys: [randomUUID()] },
      features: { devInteractions: { enabled: false } },
      findAccount: (_context, accountId) => ({
        accountId,
        claims: () => ({ ...this.behaviour.user, sub: accountId }),
      }),
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'one' }] },
      ttl: { AccessToken: 300, Grant: 300, IdToken: 300, Interaction: 300, Session: 300 },
      pkce: { required: () => true },
    });
    this.#tamper();
    const serve = this.#provider.callback();
    this.#server = createServer((request, response) => {
      if (request.url?.startsWith('/interaction/') === true) void this.#interact(request, response);
      else void serve(request, response);
    });
  }

  /** Not listening yet. @param callback where it leads browsers back to */
  static async create(callback: string): Promise<IdentityProvider> {
    return new IdentityProvider(await freePort(), callback);
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(this.port, '127.0.0.1', () => resolve()));
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  /** Goes where a browser is led, until it is led back; gives back where to: path and query. */
  async visit(address: string, behaviour: Behaviour = {}): Promise<string> {
    this.behaviour = behaviour;
    const cookies = new Map<string, string>();
    for (let next = address; ;) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
      const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=');
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) throw new Error(`The provider answers ${await response.text()}`);
      const target = new URL(location, next);
      if (target.port !== String(this.port)) return `${target.pathname}${target.search}`;
      next = target.href;
    }
  }

  /** An ID token that says something else, with the provider's own signature. */
  signed(token: string, changes: Readonly<Record<string, unknown>>): string {
    const [header = '', payload = ''] = token.split('.');
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const text = `${header}.${encoded({ ...said, ...changes })}`;
    return `${text}.${sign('sha256', Buffer.from(text), this.#key).toString('base64url')}`;
  }

  /** An ID token signed by who knows the client's secret, and not the provider's key. */
  signedWithSecret(token: string): string {
    const text = `${encoded({ alg: 'HS256', kid: 'one' })}.${token.split('.')[1] ?? ''}`;
    const mac = createHmac('sha256', CLIENT.clientSecret).update(text);
    return `${text}.${mac.digest('base64url')}`;
  }

  #tamper(): void {
    this.#provider.use(async (context, next) => {
      await next();
      const { idToken, leadsTo } = this.behaviour;
      if (leadsTo !== undefined && context.path === '/token') context.redirect(leadsTo);
      const body = context.body as { id_token?: string } | undefined;
      if (idToken === undefined || body?.id_token === undefined) return;
      context.body = { ...body, id_token: idToken(body.id_token) };
    });
  }

  async #interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const details = await this.#provider.interactionDetails(request, response);
    const result = await this.#resultOf(details.prompt.name, details.session?.accountId);
    const options = { mergeWithLastSubmission: details.prompt.name === 'consent' };
    await this.#provider.interactionFinished(request, response, result, options);
  }

  async #resultOf(prompt: string, accountId: string | undefined): Promise<InteractionResults> {
    const { user, isCancelled = false, secondsOld = 0 } = this.behaviour;
    if (isCancelled) return { error: 'access_denied', error_description: 'Cancelled by the user' };
    if (prompt === 'login') {
      const ts = Math.floor(Date.now() / 1000) - secondsOld;
      const amr = user?.amr ?? ['pwd'];
      return { login: { accountId: user?.sub ?? randomUUID(), ts, amr: [...amr] } };
    }
    const grant = new this.#provider.Grant({ accountId, clientId: CLIENT.clientId });
    grant.addOIDCScope(SCOPE);
    return { consent: { grantId: await grant.save() } };
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Somebody whom only the provider knows. */
export const newUser = (more: Partial<ProviderUser> = {}): ProviderUser => ({
  sub: randomUUID(),
  email: newAddress(),
  email_verified: true,
  name: '佐藤 健',
  ...more,
});

/** Part of a token that says this. */
export function claims(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
