import { Secret, TOTP } from 'otpauth';

/** What an authenticator app with this secret shows at a moment. */
export function codeAt(secret: string, timestamp: number): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
}
