import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type NamedSecret } from '../platform/config';

/** What stands before the 32 bytes of a seed in the PKCS #8 form of an Ed25519 key (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/** Signs with the first of the configured keys, and publishes all: what another one signed is good until it ends. */
@Injectable()
export class SigningKeys {
  private readonly keys: readonly SigningKey[];
  private readonly head: string | null;

  constructor(@Inject(CONFIG) config: Config) {
    this.keys = config.secrets.signingKeys.map(toSigningKey);
    const [first] = this.keys;
    this.head = first === undefined ? null : encoded({ alg: 'EdDSA', typ: 'JWT', kid: first.kid });
  }

  /** @returns a JWS in its compact form (RFC 7515), or null where no key is configured. */
  sign(claims: object): string | null {
    const [first] = this.keys;
    if (first === undefined || this.head === null) return null;
    const signed = `${this.head}.${encoded(claims)}`;
    return `${signed}.${sign(null, Buffer.from(signed), first.key).toString('base64url')}`;
  }

  /** The public keys as a JWK Set (RFC 7517, RFC 8037). */
  published(): { readonly keys: readonly object[] } {
    const keys = this.keys.map(({ kid, key }) => {
      const { kty, crv, x } = createPublicKey(key).export({ format: 'jwk' });
      return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
    });
    return { keys };
  }
}

function toSigningKey({ version, bytes }: NamedSecret): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, bytes]), format: 'der', type: 'pkcs8' });
  return { kid: version, key };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
