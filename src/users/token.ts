import { createHash, randomBytes } from 'node:crypto';

export interface NewToken {
  /** For the person it is made for; it is stored nowhere. */
  readonly token: string;
  readonly tokenHash: Buffer;
}

/** A token that is handed to a person: 256 random bits as 43 characters of base64url, and the hash to store. */
export function newToken(): NewToken {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOfToken(token) };
}

/** Tokens are random, so a plain hash is enough: there is nothing to guess. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
