import { commandsOn } from './key-commands';
import type { Key } from './key';

// A cast: of a key only what decides.
const aKey = (facts: Partial<Key> = {}) =>
  ({ kind: 'company', owner: null, status: 'active', disabledAt: null, deletedAt: null, ...facts }) as Key;
const at = '2026-11-30T00:00:00.000Z';

describe('what can be done to a key in a list', () => {
  it('is everything for one that works', () => {
    expect(commandsOn(aKey(), () => true)).toEqual(['rotate', 'disable', 'leak', 'revoke', 'delete']);
  });

  it('is to enable one that is disabled, unless it has expired', () => {
    expect(commandsOn(aKey({ status: 'disabled', disabledAt: at }), () => true)).toContain('enable');
    expect(commandsOn(aKey({ status: 'expired', disabledAt: at }), () => true)).not.toContain('enable');
  });

  it('is to delete one that was revoked, and nothing for one that was deleted', () => {
    expect(commandsOn(aKey({ status: 'revoked' }), () => true)).toEqual(['delete']);
    expect(commandsOn(aKey({ status: 'revoked', deletedAt: at }), () => true)).toEqual([]);
  });

  it('is to end one that is broken', () => {
    expect(commandsOn(aKey({ status: 'broken' }), () => true)).toEqual(['leak', 'revoke', 'delete']);
  });

  it('is only what one may do', () => {
    expect(commandsOn(aKey(), (act) => act === 'update')).toEqual(['disable']);
    expect(commandsOn(aKey(), () => false)).toEqual([]);
  });
});
