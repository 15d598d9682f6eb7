import type { Key } from '../../keys/key';
import { choiceOf, choicesFor } from './choices';
import type { KnownKey } from './use-known-keys';

// A cast: of a key only this decides.
const keyOf = (facts: Partial<Key> = {}): Key =>
  ({ id: 'till', status: 'active', deletedAt: null, superseded: null, ...facts }) as Key;
const known = (key: Key): KnownKey => ({ key, ways: ['created'], lastAt: '2026-12-25T00:00:00.000Z' });
const mayAll = () => true;
const none = new Map();

describe('the choice for a key that somebody knows', () => {
  it('is a new secret, unless something else is chosen', () => {
    expect(choiceOf(known(keyOf()), none, mayAll)).toBe('rotate');
    expect(choiceOf(known(keyOf()), new Map([['till', 'revoke']]), mayAll)).toBe('revoke');
  });

  it('is nothing where the key does not work, or the user may not give it a new secret', () => {
    expect(choiceOf(known(keyOf({ status: 'disabled' })), none, mayAll)).toBe('keep');
    expect(choiceOf(known(keyOf()), none, (action) => action !== 'rotate')).toBe('keep');
  });

  it('is nothing more where its new secret overlaps with the one that they know', () => {
    const superseded = { start: null, last4: 'abcd', endsAt: '2026-12-26T00:00:00.000Z', lastUsedAt: null };
    // A cast: of the old secret only that it is there decides.
    const rotated = keyOf({ superseded: superseded as unknown as Key['superseded'] });

    expect(choiceOf(known(rotated), none, mayAll)).toBe('keep');
  });

  it('can be what the user may do to it', () => {
    expect(choicesFor(keyOf(), mayAll)).toEqual(['rotate', 'disable', 'revoke', 'keep']);
    expect(choicesFor(keyOf({ status: 'disabled' }), mayAll)).toEqual(['rotate', 'revoke', 'keep']);
    expect(choicesFor(keyOf({ status: 'broken' }), mayAll)).toEqual(['revoke', 'keep']);
    expect(choicesFor(keyOf(), () => false)).toEqual(['keep']);
  });
});
