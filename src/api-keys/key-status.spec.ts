import fc from 'fast-check';
import { dayMs } from '../platform';
import {
  endingSoon,
  isExpiringSoon,
  type KeyFacts,
  type KeyStatus,
  keyStatuses,
  type Standing,
  standingOf,
  statusOf,
} from './key-status';

const now = new Date('2026-06-15T09:00:00.000Z');
const after = (ms: number): Date => new Date(now.getTime() + ms);

/** A key that works. */
function aGoodKey(): KeyFacts {
  const endless = { disabledAt: null, revokedAt: null, endsAt: null, expiresAt: null };
  return { companySuspended: false, ...endless, kindEnabled: true, productEnabled: true, ownerActive: true };
}

/** The reasons why a key does not work, worst first, each with its outcome. */
const troubles: readonly (readonly [Standing, (key: KeyFacts) => KeyFacts])[] = [
  ['COMPANY_SUSPENDED', (key) => ({ ...key, companySuspended: true })],
  ['REVOKED', (key) => ({ ...key, revokedAt: after(-dayMs) })],
  ['REVOKED', (key) => ({ ...key, endsAt: after(-1) })],
  ['EXPIRED', (key) => ({ ...key, expiresAt: after(-1) })],
  ['DISABLED', (key) => ({ ...key, disabledAt: after(-1) })],
  ['DISABLED', (key) => ({ ...key, kindEnabled: false })],
  ['PRODUCT_DISABLED', (key) => ({ ...key, productEnabled: false })],
  ['OWNER_INACTIVE', (key) => ({ ...key, ownerActive: false })],
];

/** None of them, or one and any after it, so that neighbours in the order meet often. */
const someTroubles = fc.nat(troubles.length).chain((first) => {
  const indexes = troubles.map((_, index) => index);
  return fc.subarray(indexes.slice(first + 1)).map((later) => [...indexes.slice(first, first + 1), ...later]);
});

function withTroubles(indexes: readonly number[]): KeyFacts {
  return indexes.reduce((key, index) => troubles[index]?.[1](key) ?? key, aGoodKey());
}

describe('where a key stands', () => {
  it('is good only when there is no reason against it', () => {
    fc.assert(
      fc.property(someTroubles, (indexes) => {
        expect(standingOf(withTroubles(indexes), now) === 'GOOD').toBe(indexes.length === 0);
      }),
    );
  });

  it('is the worst of the reasons against it: suspended, revoked, expired, disabled, kind, product, owner', () => {
    fc.assert(
      fc.property(someTroubles, (indexes) => {
        const worst = troubles[Math.min(...indexes)]?.[0] ?? 'GOOD';
        expect(standingOf(withTroubles(indexes), now)).toBe(worst);
      }),
    );
  });

  it('is shown in lists by the same order', () => {
    const shown: Record<Standing, KeyStatus> = {
      ...{ COMPANY_SUSPENDED: 'suspended', REVOKED: 'revoked', EXPIRED: 'expired' },
      ...{ DISABLED: 'disabled', PRODUCT_DISABLED: 'disabled', OWNER_INACTIVE: 'disabled' },
      GOOD: 'active',
    };
    fc.assert(
      fc.property(someTroubles, (indexes) => {
        const key = withTroubles(indexes);
        expect(statusOf(key, now)).toBe(shown[standingOf(key, now)]);
      }),
    );
    // A broken row says nothing about its key.
    const ofFacts = keyStatuses.filter((status) => status !== 'broken');
    expect([...new Set(Object.values(shown))]).toEqual(ofFacts);
  });

  it.each([
    ['expiresAt', 'EXPIRED'],
    ['endsAt', 'REVOKED'],
  ] as const)('changes at %s itself, not a millisecond before', (end, standing) => {
    expect(standingOf({ ...aGoodKey(), [end]: after(1) }, now)).toBe('GOOD');
    expect(standingOf({ ...aGoodKey(), [end]: now }, now)).toBe(standing);
    expect(standingOf({ ...aGoodKey(), [end]: after(-1) }, now)).toBe(standing);
  });

  it('is revoked also where the clock that revoked it was ahead of ours', () => {
    expect(standingOf({ ...aGoodKey(), revokedAt: after(5_000) }, now)).toBe('REVOKED');
  });
});

describe('a key that expires soon', () => {
  const expiringAt = (time: Date): KeyFacts => ({ ...aGoodKey(), expiresAt: time });

  it('does so within 14 days', () => {
    expect(isExpiringSoon(expiringAt(after(14 * dayMs)), now)).toBe(true);
    expect(isExpiringSoon(expiringAt(after(1)), now)).toBe(true);
    expect(isExpiringSoon(expiringAt(after(14 * dayMs + 1)), now)).toBe(false);
  });

  it('is not one that never expires', () => {
    expect(isExpiringSoon(aGoodKey(), now)).toBe(false);
  });

  it('is one that works: nobody is told to renew what is suspended, revoked, expired or disabled', () => {
    fc.assert(
      fc.property(someTroubles, (indexes) => {
        const key = { ...expiringAt(after(dayMs)), ...differing(withTroubles(indexes)) };
        expect(isExpiringSoon(key, now)).toBe(indexes.length === 0);
      }),
    );
  });
});

describe('the end of a secret that is told beforehand', () => {
  const [soon, later, far] = [after(dayMs), after(14 * dayMs), after(14 * dayMs + 1)];

  it.each<[expiresAt: Date | null, endsAt: Date | null, told: Date | null]>([
    [null, null, null],
    [far, null, null],
    [later, null, later],
    [null, soon, soon],
    [soon, later, soon],
    [later, soon, soon],
    [far, soon, soon],
  ])('of %p and %p is %p', (expiresAt, endsAt, told) => {
    expect(endingSoon({ expiresAt, endsAt }, now)).toEqual(told);
  });
});

/** Only what differs from a key that works. */
function differing(key: KeyFacts): Partial<KeyFacts> {
  const good = Object.entries(aGoodKey());
  return Object.fromEntries(
    Object.entries(key).filter(
      ([name, value]) => !good.some(([known, usual]) => known === name && usual === value),
    ),
  );
}
