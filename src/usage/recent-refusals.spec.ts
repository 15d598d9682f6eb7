import { Clock, Ids } from '../platform';
import { type Principal } from '../tenancy';
import { kept, RecentRefusals, type RefusedUse } from './recent-refusals';

const at = new Date('2026-01-02T10:00:00Z');

function refusal(keyId: string, requestId: string, more: Partial<RefusedUse> = {}): RefusedUse {
  return { keyId, reason: 'EXPIRED', at, address: '192.0.2.1', route: null, requestId, ...more };
}

/** A cast: only the company of a principal matters here. */
const of = (id: string): Principal => ({ company: { id } }) as unknown as Principal;

function memory(): RecentRefusals {
  const clock = { now: () => at } as unknown as Clock;
  return new RecentRefusals(clock, { next: () => 'one' } as unknown as Ids);
}

describe('recent refusals', () => {
  it('are told to their company alone, the newest first', () => {
    const recent = memory();
    recent.note('a', refusal('k1', 'first'));
    recent.note('a', refusal('k2', 'second', { at: new Date(at.getTime() + 1) }));
    recent.note('b', refusal('k3', 'third'));

    expect(recent.of(of('a'), null).map(({ requestId }) => requestId)).toEqual(['second', 'first']);
    expect(recent.of(of('a'), 'k3')).toEqual([]);
    expect(recent.of(of('b'), 'k3')).toHaveLength(1);
    expect(recent.of(of('c'), null)).toEqual([]);
  });

  it('are the last of each key', () => {
    const recent = memory();
    for (let one = 0; one <= kept.perKey; one += 1) recent.note('a', refusal('k', String(one)));

    const found = recent.of(of('a'), 'k').map(({ requestId }) => requestId);
    expect(found).toHaveLength(kept.perKey);
    expect(found.includes('0')).toBe(false);
    expect(found[0]).toBe(String(kept.perKey));
  });

  it('are of the keys of a company that were refused last', () => {
    const recent = memory();
    for (let one = 0; one <= kept.keysOfCompany; one += 1) {
      recent.note('a', refusal(`k${one}`, 'x'));
      recent.note('a', refusal('k0', 'x'));
    }

    expect(recent.of(of('a'), 'k1')).toEqual([]);
    expect(recent.of(of('a'), 'k0')).toHaveLength(kept.perKey);
    expect(recent.of(of('a'), `k${kept.keysOfCompany}`)).toHaveLength(1);
  });

  it('are forgotten of the company with the most keys first, also where others were quiet longer', () => {
    const recent = memory();
    recent.note('quiet', refusal('k', 'x'));
    const companies = kept.keys / kept.keysOfCompany;
    for (let company = 0; company < companies; company += 1)
      for (let one = 0; one < kept.keysOfCompany; one += 1)
        recent.note(`loud ${company}`, refusal(`k${one}`, 'x'));

    expect(recent.of(of('quiet'), 'k')).toHaveLength(1);
    expect(recent.of(of('loud 0'), null)).toHaveLength(kept.keysOfCompany - 1);
    expect(recent.of(of('loud 0'), 'k0')).toEqual([]);
  });

  it('are of a bounded number of keys in all', () => {
    const recent = memory();
    for (let one = 0; one <= kept.keys; one += 1) recent.note(`company ${one}`, refusal('k', 'x'));

    expect(recent.of(of('company 0'), null)).toEqual([]);
    expect(recent.of(of(`company ${kept.keys}`), null)).toHaveLength(1);
  });
});
