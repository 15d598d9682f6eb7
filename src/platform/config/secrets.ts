import { type NamedSecret } from './config';

const secretBytes = 32;
const foreignBytes = { min: 16, max: 256 };
// Each is one more digest for each text that may be an imported key.
const maxImportSecrets = 5;

const ours =
  'must look like v1:BASE64 (32 random bytes), more than one separated by commas, the current one first';
const theirs = 'must look like name:BASE64 (16 to 256 bytes), more than one separated by commas';

/**
 * Reads `v2:BASE64,v1:BASE64`. Every secret is 32 random bytes in base64 and has a name of its own, which is stored beside
 * what it protected; so a name must never be given to other bytes.
 * @returns the secrets in the order they stand, or a sentence that says what is wrong without repeating any of it.
 */
export function parseNamedSecrets(text: string): readonly NamedSecret[] | string {
  return parseNamed(text, parseSecret, ours);
}

/**
 * Reads `name:BASE64,name:BASE64`: the HMAC keys of other systems, which are as long as those made them.
 * @returns as `parseNamedSecrets`.
 */
export function parseImportSecrets(text: string): readonly NamedSecret[] | string {
  const secrets = parseNamed(text, parseForeignSecret, theirs);
  return typeof secrets === 'string' || secrets.length <= maxImportSecrets
    ? secrets
    : `names more than ${maxImportSecrets}`;
}

function parseNamed(
  text: string,
  parse: (base64: string) => Buffer | null,
  form: string,
): readonly NamedSecret[] | string {
  const secrets: NamedSecret[] = [];
  for (const part of text.split(',')) {
    const match = /^([A-Za-z0-9_-]{1,16}):(.+)$/.exec(part.trim());
    const bytes = match?.[2] === undefined ? null : parse(match[2]);
    if (match?.[1] === undefined || bytes === null) {
      return form;
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

function parseForeignSecret(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  const isOfLength = bytes.length >= foreignBytes.min && bytes.length <= foreignBytes.max;
  return isOfLength && bytes.toString('base64') === text ? bytes : null;
}
