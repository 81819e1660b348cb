import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

/** What goes into an answer that an honest browser and authenticator would not put there. */
export interface Deviation {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string | null;
  /** Certificates of an attestation that nobody asked for. */
  readonly certificates?: readonly Buffer[];
}

interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id?: string };
  readonly user: { readonly id: string };
}

interface RequestOptions {
  readonly challenge: string;
  readonly rpId?: string;
}

/**
 * A passkey in software, and the browser before it: makes one credential (ES256, without
 * attestation) and signs with it, as WebAuthn level 3 has it, sections 6.1 and 7.
 */
export class SoftAuthenticator {
  readonly id = randomBytes(20).toString('base64url');
  counter = 0;
  readonly #key: KeyObject;
  readonly #publicKey: Buffer;
  #userHandle = randomBytes(16).toString('base64url');

  constructor(private readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    this.#publicKey = cbor(
      new Map<number, CborValue>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }

  /** The answer to options for a new passkey, as `toJSON()` of the browser's credential gives it. */
  create(options: CreationOptions, deviation: Deviation = {}) {
    const { rpId = options.rp.id ?? '', certificates } = deviation;
    this.#userHandle = options.user.id;
    const credentialId = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(credentialId.length);
    const attested = [Buffer.alloc(16), length, credentialId, this.#publicKey];
    const authData = this.#data(rpId, ATTESTED, deviation, Buffer.concat(attested));
    const statement = new Map<string, CborValue>(
      certificates === undefined
        ? []
        : [
            ['alg', -7],
            ['sig', randomBytes(64)],
            ['x5c', certificates],
          ],
    );
    const attestation = new Map<string, CborValue>([
      ['fmt', certificates === undefined ? 'none' : 'packed'],
      ['attStmt', statement],
      ['authData', authData],
    ]);
    return this.#credential({
      clientDataJSON: this.#client('webauthn.create', options.challenge, deviation).toString(
        'base64url',
      ),
      attestationObject: cbor(attestation).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** The answer to options for a sign-in. */
  use(options: RequestOptions, deviation: Deviation = {}) {
    this.counter = deviation.counter ?? this.counter + 1;
    const { rpId = options.rpId ?? '', userHandle = this.#userHandle } = deviation;
    const client = this.#client('webauthn.get', options.challenge, deviation);
    const data = this.#data(rpId, 0, deviation);
    const hash = createHash('sha256').update(client).digest();
    const signature = sign('sha256', Buffer.concat([data, hash]), this.#key);
    return this.#credential({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      ...(userHandle === null ? {} : { userHandle }),
    });
  }

  #credential(response: Readonly<Record<string, unknown>>) {
    const { id } = this;
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #client(type: string, challenge: string, deviation: Deviation): Buffer {
    const said = { type, challenge, origin: this.origin, crossOrigin: false };
    const { origin = said.origin, challenge: other = challenge } = deviation;
    return Buffer.from(JSON.stringify({ ...said, origin, challenge: other }));
  }

  #data(rpId: string, flags: number, { isVerified = true }: Deviation, more = Buffer.alloc(0)) {
    const hash = createHash('sha256').update(rpId).digest();
    const tail = Buffer.alloc(5);
    tail[0] = flags | USER_PRESENT | (isVerified ? USER_VERIFIED : 0);
    tail.writeUInt32BE(this.counter, 1);
    return Buffer.concat([hash, tail, more]);
  }
}

type CborValue =
  number | string | Buffer | readonly CborValue[] | ReadonlyMap<string | number, CborValue>;

/** The part of CBOR (RFC 8949) that authenticators speak. */
function cbor(value: CborValue): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map) {
    const pairs = [...(value as ReadonlyMap<string | number, CborValue>)].flat();
    return Buffer.concat([head(5, value.size), ...pairs.map(cbor)]);
  }
  const list = value as readonly CborValue[];
  return Buffer.concat([head(4, list.length), ...list.map(cbor)]);
}

function head(kind: number, count: number): Buffer {
  const first = kind << 5;
  if (count < 24) return Buffer.from([first | count]);
  return count < 256
    ? Buffer.from([first | 24, count])
    : Buffer.from([first | 25, count >> 8, count & 255]);
}
