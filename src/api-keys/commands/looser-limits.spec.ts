import fc from 'fast-check';
import { isAllowed } from '../addresses';
import { areLooser } from './looser-limits';

type Limits = Parameters<typeof areLooser>[0];

const none: Limits = { allowedAddresses: null, rateLimits: null, quota: null };
const minute = { name: 'minute', limit: 10, windowSeconds: 60 };
const quota = { limit: 100, refill: 'month' as const };
const from = (...allowedAddresses: string[]) => ({ allowedAddresses });

describe('looser limits', () => {
  it.each<[string, Partial<Limits>, Partial<Limits>]>([
    ['any address', from('203.0.113.7'), from()],
    ['no list of addresses', from('203.0.113.7'), {}],
    ['another address', from('203.0.113.7'), from('203.0.113.7', '203.0.113.8')],
    ['a larger block', from('203.0.113.0/24'), from('203.0.112.0/23')],
    ['the other family', from('0.0.0.0/0'), from('::/0')],
    ['a higher limit', { rateLimits: [minute] }, { rateLimits: [{ ...minute, limit: 11 }] }],
    ['a shorter window', { rateLimits: [minute] }, { rateLimits: [{ ...minute, windowSeconds: 1 }] }],
    ['a limit of another name', { rateLimits: [minute] }, { rateLimits: [{ ...minute, name: 'm' }] }],
    ['no limits', { rateLimits: [minute] }, {}],
    ['a higher quota', { quota }, { quota: { ...quota, limit: 101 } }],
    ['a quota that refills more often', { quota }, { quota: { ...quota, refill: 'day' } }],
    ['no quota', { quota }, {}],
  ])('are %s', (_what, before, after) => {
    expect(areLooser({ ...none, ...after }, { ...none, ...before })).toBe(true);
  });

  it.each<[string, Partial<Limits>, Partial<Limits>]>([
    [
      'the same',
      { ...from('203.0.113.7'), rateLimits: [minute], quota },
      { ...from('203.0.113.7'), rateLimits: [minute], quota },
    ],
    ['a list where any address was allowed', from(), from('203.0.113.7')],
    ['a smaller block', from('203.0.113.0/24'), from('203.0.113.128/25', '203.0.113.7')],
    ['the same address written otherwise', from('203.0.113.7'), from('::ffff:203.0.113.7')],
    [
      'a lower limit, and one more',
      { rateLimits: [minute] },
      {
        rateLimits: [
          { ...minute, name: 'more' },
          { ...minute, limit: 9 },
        ],
      },
    ],
    ['a lower quota that never refills', { quota }, { quota: { limit: 99, refill: null } }],
    ['a first quota', {}, { quota }],
  ])('are not %s', (_what, before, after) => {
    expect(areLooser({ ...none, ...after }, { ...none, ...before })).toBe(false);
  });

  it('are whatever lets an address in that was refused', () => {
    const block = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([at, bits]) => `${at}/${bits}`);
    const blocks = fc.array(block, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(blocks, blocks, fc.ipV4(), (before, after, address) => {
        const isNew = isAllowed(address, after) && !isAllowed(address, before);
        fc.pre(isNew);
        return areLooser({ ...none, allowedAddresses: after }, { ...none, allowedAddresses: before });
      }),
      { numRuns: 500 },
    );
  });
});
