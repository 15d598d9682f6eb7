import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Gate } from '../platform';

// Argon2id as OWASP recommends: 19 MiB, 2 passes, 1 lane. About 20 ms, which is what a guess should cost.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Made once with the same cost from random bytes nobody kept: an unknown user takes as long as a wrong password.
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$h4C1iwh9GBZkgWZyh64qBg$dHZTTI5jv6jF1lsS8Y5By9ok/1sE1rGaTtKsHZyt/sM';

/**
 * Hashes and checks passwords. One letter may be typed as several characters, and which ones depends on the keyboard: what
 * is hashed is the NFC of it (RFC 8265), so that a password set on one machine opens on another.
 */
@Injectable()
export class Passwords {
  // Two at a time leave half of the thread pool to files and name look-ups; without a bound 200 sign-ins stall it all.
  private readonly gate = new Gate({
    name: 'Password checking',
    capacity: 2,
    queueLimit: 256,
    waitMs: 10_000,
  });

  hash(password: string): Promise<string> {
    return this.gate.run(() => hash(password.normalize('NFC'), cost));
  }

  /**
   * @param password as it was typed. So it is tried first, as older hashes were made of that.
   * @param passwordHash null for an unknown user, whom no password fits, after as many tries as for anybody else.
   */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const spellings = new Set([password, password.normalize('NFC')]);
    const fits = await this.gate.run(() => fitsAny(passwordHash ?? nobodysHash, spellings));
    return fits && passwordHash !== null;
  }
}

async function fitsAny(passwordHash: string, spellings: Iterable<string>): Promise<boolean> {
  for (const spelling of spellings) if (await verify(passwordHash, spelling)) return true;
  return false;
}
