import { hash, verify } from '@node-rs/argon2';
import { Passwords } from './passwords';

/** How many checks run, and the most that ever did at once. */
const mockChecks = { running: 0, most: 0 };

// The real thing, watched: what it was asked, and how often at once.
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  const watched: typeof real.verify = async (...asked) => {
    mockChecks.running += 1;
    mockChecks.most = Math.max(mockChecks.most, mockChecks.running);
    try {
      return await real.verify(...asked);
    } finally {
      mockChecks.running -= 1;
    }
  };
  return { ...real, verify: jest.fn(watched) };
});

/** The algorithm and what it costs, as a hash says it. */
function costOf(passwordHash: string): string {
  return /^\$[^$]+\$v=\d+\$m=\d+,t=\d+,p=\d+(?=\$)/.exec(passwordHash)?.[0] ?? '';
}

describe('passwords', () => {
  const passwords = new Passwords();
  let stored: string;
  beforeAll(async () => (stored = await passwords.hash('correct horse')));

  it('are hashed with Argon2id at the cost OWASP recommends, and never twice alike', async () => {
    expect(costOf(stored)).toBe('$argon2id$v=19$m=19456,t=2,p=1');
    expect(await passwords.hash('correct horse')).not.toBe(stored);
  });

  it('fit the hash that was made of them, and no other does', async () => {
    expect(await passwords.matches(stored, 'correct horse')).toBe(true);
    for (const wrong of ['correct Horse', 'correct horse ', 'correct horse\0', 'c', '']) {
      expect(await passwords.matches(stored, wrong)).toBe(false);
    }
  });

  it('count to their last character, and in every script', async () => {
    const long = 'パスワード'.repeat(51);
    const hashed = await passwords.hash(long);
    expect(await passwords.matches(hashed, long)).toBe(true);
    expect(await passwords.matches(hashed, long.slice(0, -1))).toBe(false);
  });

  it('of an unknown user cost as much to check as any other', async () => {
    jest.mocked(verify).mockClear();
    expect(await passwords.matches(null, 'correct horse')).toBe(false);

    const against = String(jest.mocked(verify).mock.calls[0]?.[0]);
    expect(costOf(against)).toBe(costOf(stored));
    expect(against).toHaveLength(stored.length);
  });

  it('of an unknown user never fit, should somebody know what nobody’s hash was made of', async () => {
    jest.mocked(verify).mockResolvedValueOnce(true);
    expect(await passwords.matches(null, 'x')).toBe(false);
  });

  describe('with letters that can be typed in two ways', () => {
    const composed = 'contrase\u00f1a segura';
    const decomposed = composed.normalize('NFD');

    it.each([
      [composed, decomposed],
      [decomposed, composed],
      [decomposed, decomposed],
    ])('fit however they were typed: %#', async (chosen, typed) => {
      expect(await passwords.matches(await passwords.hash(chosen), typed)).toBe(true);
    });

    it('fit an older hash that was made of them as they were typed', async () => {
      const older = await hash(decomposed, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
      expect(await passwords.matches(older, decomposed)).toBe(true);
    });

    it.each([
      [composed, 1],
      ['correct horse', 1],
      [decomposed, 2],
    ])('cost as much to check for an unknown user as for a wrong password: %#', async (typed, tries) => {
      jest.mocked(verify).mockClear();
      await passwords.matches(await passwords.hash('another password'), typed);
      const known = jest.mocked(verify).mock.calls.map(([, spelling]) => spelling);
      jest.mocked(verify).mockClear();
      await passwords.matches(null, typed);

      expect(jest.mocked(verify).mock.calls.map(([, spelling]) => spelling)).toEqual(known);
      expect(known).toHaveLength(tries);
    });
  });

  it('are checked two at a time, so that sign-ins leave room for everything else', async () => {
    mockChecks.most = 0;
    await Promise.all(Array.from({ length: 6 }, () => passwords.matches(stored, 'x')));
    expect(mockChecks.most).toBe(2);
  });
});
