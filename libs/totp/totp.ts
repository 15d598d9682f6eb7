import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { fromBase32, toBase32 } from './base32';

/** A new secret: 160 random bits, as RFC 4226 recommends, in 32 characters of base32. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(secretBytes));
}

/**
 * What an authenticator app reads from a QR code (the “Key URI Format” that all of them follow). The parameters are said
 * aloud, although they are the usual ones.
 *
 * @param issuer the name of the service
 * @param account whose secret it is
 * @param secret in base32
 */
export function totpUri(issuer: string, account: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const parameters = `secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
  return `otpauth://totp/${label}?${parameters}&algorithm=SHA1&digits=${digits}&period=${periodSeconds}`;
}

/**
 * The time step (RFC 6238: 30 seconds each, counted from 1970) whose code this is, if it is one around `at`: the current
 * one, the one before or the one after, for clocks that differ a little. The caller accepts a step only if it is later
 * than the last one accepted; that makes a code work once.
 *
 * @param secret in base32
 * @param code as presented; nothing is trimmed
 * @returns the latest such step, or null. Of two steps with one code the earlier would leave the code good for the later.
 */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const now = Math.floor(at.getTime() / 1000 / periodSeconds);
  const steps = [now + 1, now, now - 1];
  // All three, whichever fits, so that time does not tell which one it was.
  const fitting = steps.filter((step) => isSame(codeAt(secret, step), code));
  return fitting[0] ?? null;
}

/**
 * The code of one time step: HOTP (RFC 4226) with the step as its counter and HMAC-SHA-1, the only hash that every
 * authenticator app knows.
 *
 * @param secret in base32
 * @returns 6 decimal digits
 */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

const secretBytes = 20;
const digits = 6;
const periodSeconds = 30;

function isSame(right: string, presented: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(presented)];
  return a.length === b.length && timingSafeEqual(a, b);
}
