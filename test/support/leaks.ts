import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Secret } from 'otpauth';
import { type Row } from './tables';

/** A text that must stand nowhere, by what it is. */
export type Secrets = ReadonlyMap<string, string>;

/** Which of these secrets `text` contains, in any encoding. */
export function leaksIn(text: string, secrets: Secrets): string[] {
  return [...secrets].flatMap(([name, secret]) => {
    const found = Object.entries(spellingsOf(secret)).filter(([, spelling]) => text.includes(spelling));
    return found.map(([spelling]) => `${name} as ${spelling}`);
  });
}

/** Rows as one text, which has bytes as they are and in hexadecimal. */
export function textOfRows(rows: readonly Row[]): string {
  const textOf = (value: unknown): string =>
    Buffer.isBuffer(value) ? `${value.toString('latin1')}\n${value.toString('hex')}` : String(value);
  return rows.flatMap((row) => Object.values(row).map(textOf)).join('\n');
}

/** Every file of a folder as one text, byte by byte. */
export function textOfFiles(folder: string): string {
  const files = readdirSync(folder).filter((name) => name !== 'development-secrets.json');
  return files.map((name) => readFileSync(path.join(folder, name), 'latin1')).join('\n');
}

/** The ways in which a secret may have been written down. Bytes are given as `latin1`, which is how files are read. */
function spellingsOf(secret: string): Record<string, string> {
  // Lists show how a key begins and ends; the rest of it must stand nowhere even without them.
  const text = secret.length > 24 ? secret.slice(10, -4) : secret;
  const bytes = Buffer.from(text);
  const aligned = [0, 1, 2].map((before) => base64At(bytes, before));
  const raw = decoded(secret);
  return {
    text,
    hexadecimal: bytes.toString('hex'),
    'upper-case hexadecimal': bytes.toString('hex').toUpperCase(),
    ...Object.fromEntries(aligned.map((spelling, before) => [`base64 at ${before}`, spelling])),
    ...Object.fromEntries(aligned.map((spelling, before) => [`base64url at ${before}`, urlSafe(spelling)])),
    ...(raw && {
      'the bytes it stands for': raw.toString('latin1'),
      'the bytes it stands for in hexadecimal': raw.toString('hex').slice(0, -4),
      'the bytes it stands for in base64': raw.toString('base64').slice(0, -4),
    }),
  };
}

/** The bytes that a hexadecimal key, a token or a secret of one-time codes encodes; null for other texts. */
function decoded(secret: string): Buffer | null {
  if (/^[0-9a-f]{32}$/.test(secret)) return Buffer.from(secret, 'hex');
  if (/^[\w-]{43}$/.test(secret)) return Buffer.from(secret, 'base64url');
  return /^[A-Z2-7]{32}$/.test(secret) ? Buffer.from(Secret.fromBase32(secret).bytes) : null;
}

/** The base64 of these bytes after so many others, without the characters that depend on the neighbours. */
function base64At(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  return whole.slice(before === 0 ? 0 : before + 1, -1);
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
