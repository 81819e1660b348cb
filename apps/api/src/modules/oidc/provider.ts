import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { AppConfig } from '../../platform/config/app-config.js';
import { isOnLoopback, type OidcSettings } from '../../platform/config/oidc-settings.js';
import { Log } from '../../platform/log/log.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { problemOfAnswer } from './provider-faults.js';

const TIMEOUT_SECONDS = 10;
/** After so long the provider's description is read anew: its addresses may have changed. */
const REFRESH_MS = 3_600_000;
const SCOPE = 'openid email profile';

/** OpenID Connect Core, section 2: at most 255 characters of ASCII. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

export const CALLBACK = '/api/oidc/callback';

/** What an answer of the provider has to fit; known to this service and the one browser only. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider has signed in. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
  /** When they showed the provider who they are; undefined when it does not say. */
  readonly authenticatedAt: Date | undefined;
  /** Whether it reports that they did so with more than one factor. */
  readonly hasMfa: boolean;
  /** What it tells of them, asked when needed. */
  readonly facts: () => Promise<SubjectFacts>;
}

export interface SubjectFacts {
  readonly email: string | undefined;
  readonly isEmailVerified: boolean;
  readonly name: string | undefined;
}

interface Discovered {
  readonly configuration: client.Configuration;
  readonly at: number;
}

/**
 * The OpenID provider that the operator has named. It is asked for its description when somebody
 * first signs in with it: the service starts, and works otherwise, without it.
 */
@Injectable()
export class Provider {
  #known: Discovered | undefined;
  #asking: Promise<client.Configuration> | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly log: Log,
  ) {}

  /** @throws RequestProblem OIDC_NOT_OFFERED when none is set up. */
  get settings(): OidcSettings {
    const { oidc } = this.config;
    if (oidc === undefined) throw new RequestProblem('OIDC_NOT_OFFERED');
    return oidc;
  }

  newSecrets(): Secrets {
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    return { state, nonce, verifier: client.randomPKCECodeVerifier() };
  }

  /**
   * Where the browser goes to sign in.
   * @param maxAgeSeconds how long ago the person may have shown the provider who they are; naming
   *   it also has the provider say when that was.
   * @throws RequestProblem OIDC_NOT_OFFERED, OIDC_UNAVAILABLE.
   */
  async signInAddress(secrets: Secrets, maxAgeSeconds: number): Promise<URL> {
    const configuration = await this.#configuration();
    const challenge = await client.calculatePKCECodeChallenge(secrets.verifier);
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.config.origin + CALLBACK,
      response_type: 'code',
      scope: SCOPE,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      max_age: String(maxAgeSeconds),
    });
  }

  /**
   * Redeems the code of an answer. State, issuer (RFC 9207, so that no answer of another provider
   * is mistaken for one of this), nonce, audience, times and signature of the ID token are checked.
   * @param query of the address that the provider sent the browser back to
   * @throws RequestProblem OIDC_STATE_INVALID, OIDC_CANCELLED, OIDC_REFUSED, OIDC_UNAVAILABLE.
   */
  async redeem(query: string, { state, nonce, verifier }: Secrets): Promise<Subject> {
    const address = new URL(CALLBACK, this.config.origin);
    address.search = query;
    if (address.searchParams.get('state') !== state) throw new RequestProblem('OIDC_STATE_INVALID');
    const configuration = await this.#configuration();
    try {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const tokens = await client.authorizationCodeGrant(configuration, address, checks);
      return subjectOf(configuration, tokens, (error) => this.#problemOf(error));
    } catch (error) {
      throw this.#problemOf(error);
    }
  }

  #configuration(): Promise<client.Configuration> {
    const known = this.#known;
    if (known !== undefined && Date.now() - known.at < REFRESH_MS) {
      return Promise.resolve(known.configuration);
    }
    this.#asking ??= this.#discover(this.settings).finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #discover(settings: OidcSettings): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = settings;
    // Signatures are checked though the token came directly: the two do not share one certificate.
    const execute = [client.enableNonRepudiationChecks];
    if (issuer.startsWith('http:') && isOnLoopback(issuer)) {
      // Marked so by its authors that nobody uses it unawares; on this computer nobody listens.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      execute.push(client.allowInsecureRequests);
    }
    try {
      const authentication = client.ClientSecretBasic(clientSecret);
      const options = { execute, timeout: TIMEOUT_SECONDS };
      const configuration = await client.discovery(
        new URL(issuer),
        clientId,
        {},
        authentication,
        options,
      );
      this.#known = { configuration, at: Date.now() };
      return configuration;
    } catch (error) {
      this.#record('OIDC_UNAVAILABLE', error);
      throw new RequestProblem('OIDC_UNAVAILABLE');
    }
  }

  #problemOf(error: unknown): RequestProblem {
    const code = problemOfAnswer(error);
    if (code !== 'OIDC_CANCELLED') this.#record(code, error);
    return new RequestProblem(code);
  }

  /** Which check failed; never what the provider wrote, which may name a person. */
  #record(event: string, error: unknown): void {
    const { code } = (error ?? {}) as { code?: unknown };
    const fault = error instanceof Error ? error.name : typeof error;
    this.log.write('warn', event, { fault, code: typeof code === 'string' ? code : 'none' });
  }
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

function subjectOf(
  configuration: client.Configuration,
  tokens: Tokens,
  problemOf: (error: unknown) => RequestProblem,
): Subject {
  const claims = tokens.claims();
  if (claims === undefined) throw new RequestProblem('OIDC_REFUSED');
  const { iss, sub, auth_time: seconds } = claims;
  if (!SUBJECT.test(sub)) throw new RequestProblem('OIDC_REFUSED');
  const methods: unknown = claims['amr'];
  const facts = async () => {
    if (typeof claims['email'] === 'string') return factsOf(claims);
    const ask = client.fetchUserInfo(configuration, tokens.access_token, sub);
    return factsOf(await ask.catch((error: unknown) => Promise.reject(problemOf(error))));
  };
  return {
    issuer: iss,
    subject: sub,
    authenticatedAt: momentOf(seconds),
    hasMfa: Array.isArray(methods) && methods.includes('mfa'),
    facts,
  };
}

/** Undefined also for a number of seconds that no date has. */
function momentOf(seconds: number | undefined): Date | undefined {
  const moment = new Date((seconds ?? NaN) * 1000);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

function factsOf(claims: Readonly<Record<string, unknown>>): SubjectFacts {
  const { email, name } = claims;
  return {
    email: typeof email === 'string' ? email : undefined,
    isEmailVerified: claims['email_verified'] === true,
    name: typeof name === 'string' ? name : undefined,
  };
}
