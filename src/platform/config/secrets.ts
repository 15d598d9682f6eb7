import { type NamedSecret } from './config';

const secretBytes = 32;

/**
 * Reads `v2:BASE64,v1:BASE64`. Every secret is 32 random bytes in base64 and has a name of its own, which is stored beside
 * what it protected; so a name must never be given to other bytes.
 * @returns the secrets in the order they stand, or a sentence that says what is wrong without repeating any of it.
 */
export function parseNamedSecrets(text: string): readonly NamedSecret[] | string {
  const secrets: NamedSecret[] = [];
  for (const part of text.split(',')) {
    const match = /^([A-Za-z0-9_-]{1,16}):(.+)$/.exec(part.trim());
    const bytes = match?.[2] === undefined ? null : parseSecret(match[2]);
    if (match?.[1] === undefined || bytes === null) {
      return 'must look like v1:BASE64 (32 random bytes), more than one separated by commas, the current one first';
    }
    secrets.push({ version: match[1], bytes });
  }
  const versions = new Set(secrets.map((secret) => secret.version));
  return versions.size === secrets.length ? secrets : 'names two secrets alike';
}

/** 32 bytes in base64, or null. */
export function parseSecret(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === secretBytes && bytes.toString('base64') === text ? bytes : null;
}
