import { Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import type { PasskeyRow, PersonRow } from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';

/** EdDSA, ES256 and RS256, which all authenticators in use know one of. */
const ALGORITHMS = [-8, -7, -257];
export const CEREMONY_SECONDS = 300;
const timeout = CEREMONY_SECONDS * 1000;

type Registered = NonNullable<VerifiedRegistrationResponse['registrationInfo']>;
type Used = VerifiedAuthenticationResponse['authenticationInfo'];

/**
 * This service as passkeys know it: by the host of its origin. Every passkey is discoverable and
 * checks who its user is, so that it is two factors by itself: the device, and a PIN or a body part.
 */
@Injectable()
export class RelyingParty {
  readonly #id: string;

  constructor(private readonly config: AppConfig) {
    this.#id = new URL(config.origin).hostname;
  }

  creationOptions(
    person: PersonRow,
    known: readonly PasskeyRow[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return generateRegistrationOptions({
      rpName: 'Sukoyaka',
      rpID: this.#id,
      userID: Uint8Array.from(userBytes(person.id)),
      userName: person.email ?? '',
      userDisplayName: person.name ?? '',
      attestationType: 'none',
      excludeCredentials: known.map(described),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
      timeout,
    });
  }

  /** @param known the passkeys of a person who is known already; of anybody, none are named. */
  requestOptions(known: readonly PasskeyRow[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: this.#id,
      allowCredentials: known.map(described),
      userVerification: 'required',
      timeout,
    });
  }

  /** What a new passkey says of itself; null unless it answers `challenge` for this service. */
  async registered(
    response: RegistrationResponseJSON,
    challenge: string,
  ): Promise<Registered | null> {
    try {
      if (!isWithoutCertificates(response)) return null;
      const { registrationInfo } = await verifyRegistrationResponse({
        response,
        ...this.#expected(challenge),
        supportedAlgorithmIDs: ALGORITHMS,
      });
      return registrationInfo ?? null;
    } catch {
      // The library throws for whatever is wrong with an answer, which a stranger may have made.
      return null;
    }
  }

  /**
   * How a passkey was used; null unless it signed `challenge` for this service. Whether its counter
   * has grown is for the database to say: there, two at once are told apart.
   */
  async used(
    response: AuthenticationResponseJSON,
    challenge: string,
    { credentialId, publicKey }: PasskeyRow,
  ): Promise<Used | null> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        ...this.#expected(challenge),
        credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter: 0 },
      });
      return verified ? authenticationInfo : null;
    } catch {
      return null;
    }
  }

  #expected(challenge: string) {
    return {
      expectedChallenge: challenge,
      expectedOrigin: this.config.origin,
      expectedRPID: this.#id,
      requireUserVerification: true,
    };
  }
}

/** By which authenticators know a person: the bytes of the id, which says nothing about them. */
export function userHandle(personId: string): string {
  return userBytes(personId).toString('base64url');
}

function userBytes(personId: string): Buffer {
  return Buffer.from(personId.replaceAll('-', ''), 'hex');
}

/**
 * No attestation is asked for, so certificates come from nobody honest. They would be followed to
 * the addresses of revocation lists that they name: the service would send requests for a stranger.
 */
function isWithoutCertificates({ response }: RegistrationResponseJSON): boolean {
  const bytes = Uint8Array.from(Buffer.from(response.attestationObject, 'base64url'));
  const attestation = decodeAttestationObject(bytes);
  const isSelfSigned =
    attestation.get('fmt') === 'packed' && attestation.get('attStmt').get('x5c') === undefined;
  return attestation.get('fmt') === 'none' || isSelfSigned;
}

function described({ credentialId, transports }: PasskeyRow) {
  return { id: credentialId, transports: [...transports] };
}
