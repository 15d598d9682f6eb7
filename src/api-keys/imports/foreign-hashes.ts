import { createHash, createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { fieldFault } from '../../../libs/problems';
import { CONFIG, type Config } from '../../platform/config';
import { invalidField } from '../../platform/http';

/** How the other system stored its keys; `plain` is the key itself, which is digested at once. */
export const importAlgorithms = [
  'plain',
  'sha256-hex',
  'sha256-base64',
  'sha512-hex',
  'hmac-sha256-hex',
] as const;
export type ImportAlgorithm = (typeof importAlgorithms)[number];

/** What a row says of its key. */
export interface GivenHash {
  readonly hash: string;
  readonly algorithm: Exclude<ImportAlgorithm, 'plain'>;
  readonly secretName?: string | undefined;
}

/** The hashes of other systems, each in one spelling. */
@Injectable()
export class ForeignHashes {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Every hash by which another system may know this key: one for each algorithm, and for each HMAC key. */
  of(text: string): string[] {
    const keyed = this.config.secrets.importSecrets.map(({ version, bytes }) =>
      spelled(`hmac-sha256 ${version}`, createHmac('sha256', bytes).update(text).digest()),
    );
    return [sha256(text), spelled('sha512', createHash('sha512').update(text).digest()), ...keyed];
  }

  /** @throws 422 for what is no such hash, and for an HMAC key that the server does not have. */
  read({ hash, algorithm, secretName }: GivenHash): string {
    if (algorithm !== 'hmac-sha256-hex' && secretName !== undefined)
      throw invalidField('/secretName', fieldFault('not-allowed', {}));
    switch (algorithm) {
      case 'sha256-hex':
        return spelled('sha256', fromHex(hash, 32));
      case 'sha256-base64':
        return spelled('sha256', fromBase64(hash, 32));
      case 'sha512-hex':
        return spelled('sha512', fromHex(hash, 64));
      case 'hmac-sha256-hex':
        return spelled(`hmac-sha256 ${this.known(secretName)}`, fromHex(hash, 32));
    }
  }

  private known(secretName: string | undefined): string {
    if (secretName === undefined) throw invalidField('/secretName', fieldFault('required', {}));
    if (this.config.secrets.importSecrets.some(({ version }) => version === secretName)) return secretName;
    throw invalidField('/secretName', fieldFault('unknown-reference', { resource: 'import-secret' }));
  }
}

/** The hash that a key is known by which was imported as it is. */
export function sha256(text: string): string {
  return spelled('sha256', createHash('sha256').update(text).digest());
}

function spelled(algorithm: string, hash: Buffer): string {
  return `${algorithm} ${hash.toString('hex')}`;
}

function fromHex(text: string, size: number): Buffer {
  if (text.length !== 2 * size || /[^0-9a-fA-F]/.test(text)) throw malformed();
  return Buffer.from(text, 'hex');
}

/** In either alphabet of base64, with its padding or without. */
function fromBase64(text: string, size: number): Buffer {
  const bytes = Buffer.from(text, 'base64');
  const bare = text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  if (bytes.length !== size || bytes.toString('base64').replace(/=+$/, '') !== bare) throw malformed();
  return bytes;
}

function malformed(): Error {
  return invalidField(
    '/hash',
    fieldFault('invalid-format', { format: 'hash' }, 'is no hash of this algorithm'),
  );
}
