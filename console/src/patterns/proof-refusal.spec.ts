import { cleanProof, clockText, proofRefusal } from './proof-refusal';

describe('a refused proof', () => {
  it.each([
    { code: 'step-up-failed', members: { attemptsLeft: 3 } },
    { code: 'step-up-failed', attemptsLeft: 3 },
  ])('tells how many attempts are left: %j', (problem) => {
    expect(proofRefusal(problem)).toEqual({ kind: 'wrong', attemptsLeft: 3 });
  });

  it('tells that a code was used before', () => {
    const members = { attemptsLeft: 5, codeUsed: true };
    expect(proofRefusal({ code: 'step-up-failed', members })).toEqual({ kind: 'used' });
  });

  it('tells until when a lock lasts', () => {
    const lockedUntil = '2026-03-02T10:15:00.000Z';
    expect(proofRefusal({ code: 'factor-locked', members: { lockedUntil } })).toEqual({
      kind: 'locked',
      until: new Date(lockedUntil),
    });
  });

  it('is a lock when it was the last attempt', () => {
    const lockedUntil = '2026-03-02T10:15:00.000Z';
    const members = { attemptsLeft: 0, lockedUntil };
    expect(proofRefusal({ code: 'step-up-failed', members })).toEqual({
      kind: 'locked',
      until: new Date(lockedUntil),
    });
  });

  it.each([null, 'lost', new TypeError('fetch failed'), { code: 'csrf' }, { code: 'factor-locked' }])(
    'is not what any other failure is: %p',
    (error) => expect(proofRefusal(error)).toBeNull(),
  );
});

describe('what was pasted as a proof', () => {
  it('loses its blanks when it is a code', () => {
    expect(cleanProof('totp', ' 123 456\n')).toBe('123456');
    expect(cleanProof('pin', '246 810')).toBe('246810');
  });

  it('stays as it is when it is a password', () => {
    expect(cleanProof('password', ' a b ')).toBe(' a b ');
  });
});

describe('the clock of a lock', () => {
  it.each([
    [845_000, '14:05'],
    [900, '0:01'],
    [-5, '0:00'],
  ])('shows %i ms as %s', (leftMs, text) => expect(clockText(leftMs)).toBe(text));
});
