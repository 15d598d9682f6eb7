import { actsOn } from './acts-on-key';
import type { Key } from './key';

// A cast: of a key only what decides.
const aKey = (facts: Partial<Key> = {}) =>
  ({ kind: 'company', owner: null, status: 'active', disabledAt: null, deletedAt: null, ...facts }) as Key;
const at = '2026-11-30T00:00:00.000Z';

describe('what can be done to a key in a list', () => {
  it('is everything for one that works', () => {
    expect(actsOn(aKey(), () => true)).toEqual(['rotate', 'disable', 'leak', 'revoke', 'delete']);
  });

  it('is to enable one that is disabled, unless it has expired', () => {
    expect(actsOn(aKey({ status: 'disabled', disabledAt: at }), () => true)).toContain('enable');
    expect(actsOn(aKey({ status: 'expired', disabledAt: at }), () => true)).not.toContain('enable');
  });

  it('is to delete one that was revoked, and nothing for one that was deleted', () => {
    expect(actsOn(aKey({ status: 'revoked' }), () => true)).toEqual(['delete']);
    expect(actsOn(aKey({ status: 'revoked', deletedAt: at }), () => true)).toEqual([]);
  });

  it('is to end one that is broken', () => {
    expect(actsOn(aKey({ status: 'broken' }), () => true)).toEqual(['leak', 'revoke', 'delete']);
  });

  it('is only what one may do', () => {
    expect(actsOn(aKey(), (act) => act === 'update')).toEqual(['disable']);
    expect(actsOn(aKey(), () => false)).toEqual([]);
  });
});
