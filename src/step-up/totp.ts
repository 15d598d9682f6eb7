import { HOTP, Secret, TOTP } from 'otpauth';

/** A new secret: 160 random bits, as RFC 4226 recommends, in 32 characters of base32. */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/**
 * What an authenticator app reads from a QR code (the "Key URI Format").
 *
 * @param issuer the name of the service
 * @param account whose secret it is
 * @param secret in base32
 */
export function totpUri(issuer: string, account: string, secret: string): string {
  // Not by otpauth, which puts the issuer first: clients have seen this order since the route exists.
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const parameters = `secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
  return `otpauth://totp/${label}?${parameters}&algorithm=${code.algorithm}&digits=${code.digits}&period=${period}`;
}

/**
 * The time step (RFC 6238: 30 seconds each, counted from 1970) whose code this is, if it is one around `at`: the current
 * one, the one before or the one after, for clocks that differ a little. The caller accepts a step only if it is later
 * than the last one accepted; that makes a code work once.
 *
 * @param secret in base32
 * @param presented nothing is trimmed
 * @returns the latest such step, or null. If two steps have the same code, the earlier would leave the code valid for the later.
 */
export function stepOfCode(secret: string, presented: string, at: Date): number | null {
  // otpauth compares bytes and throws for six characters that are more than six bytes.
  if (!/^[0-9]{6}$/.test(presented)) return null;
  const now = TOTP.counter({ period, timestamp: at.getTime() });
  const key = Secret.fromBase32(secret);
  // One call per step, because a window of one stops at the first match: its duration would tell which step matched, and
  // of two steps with one code it would find the earlier.
  const matching = [now + 1, now, now - 1].filter(
    (step) => HOTP.validate({ ...code, token: presented, secret: key, counter: step, window: 0 }) !== null,
  );
  return matching[0] ?? null;
}

const secretBytes = 20;
const period = 30;

/** What all authenticator apps have in common. */
const code = { algorithm: 'SHA1', digits: 6 } as const;
