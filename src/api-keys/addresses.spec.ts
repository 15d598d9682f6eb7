import fc from 'fast-check';
import { allowedAddressesSchema, isAllowed } from './addresses';

describe('an address of a client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.0', '203.0.113.0/24'],
    ['203.0.113.255', '203.0.113.0/24'],
    ['10.200.3.4', '10.0.0.5/8'],
    ['198.51.100.1', '0.0.0.0/0'],
    ['2001:db8:1::9', '2001:db8::/32'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['::1', '::/0'],
  ])('%s is in %s', (address, range) => {
    expect(isAllowed(address, [range])).toBe(true);
  });

  it.each([
    ['203.0.113.8', '203.0.113.7'],
    ['203.0.112.255', '203.0.113.0/24'],
    ['203.0.114.0', '203.0.113.0/24'],
    ['11.0.0.0', '10.0.0.0/8'],
    ['2001:db9::', '2001:db8::/32'],
    ['2001:db8::2', '2001:db8::1'],
    ['2001:db8::1', '0.0.0.0/0'],
    ['203.0.113.7', '::/0'],
  ])('%s is not in %s', (address, range) => {
    expect(isAllowed(address, [range])).toBe(false);
  });

  it('is as good in any of several ranges, and in none of none', () => {
    const ranges = ['192.0.2.0/24', '2001:db8::/32', '203.0.113.7'];
    for (const address of ['192.0.2.9', '2001:db8::9', '203.0.113.7'])
      expect(isAllowed(address, ranges)).toBe(true);
    expect(isAllowed('203.0.113.9', ranges)).toBe(false);
    expect(isAllowed('203.0.113.9', [])).toBe(false);
  });

  it('is the same when either side is mapped into IPv6', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, fc.integer({ min: 0, max: 32 }), (client, network, bits) => {
        const [address, base] = [client.join('.'), network.join('.')];
        const plain = isAllowed(address, [`${base}/${bits}`]);
        expect(isAllowed(`::ffff:${address}`, [`${base}/${bits}`])).toBe(plain);
        expect(isAllowed(address, [`::ffff:${base}/${96 + bits}`])).toBe(plain);
        expect(plain).toBe(samePrefix(client, network, bits));
      }),
    );
  });

  it.each(['::ffff:203.0.113.7', '::ffff:cb00:7107'])('is 203.0.113.7 when a range says %s', (range) => {
    expect(isAllowed('203.0.113.7', [range])).toBe(true);
    expect(isAllowed('203.0.113.8', [range])).toBe(false);
  });

  it.each([
    ['10.1', '10.0.0.0/8'],
    ['0x0a.0.0.1', '10.0.0.0/8'],
    ['0x0a000001', '10.0.0.0/8'],
    ['167772161', '10.0.0.0/8'],
    ['010.0.0.1', '8.0.0.0/8'],
    ['010.0.0.1', '10.0.0.0/8'],
    ['10.0.0.1 ', '10.0.0.0/8'],
    ['10.0.0.1:443', '10.0.0.0/8'],
    ['10.0.0.1/32', '10.0.0.0/8'],
    ['', '0.0.0.0/0'],
    ['localhost', '0.0.0.0/0'],
  ])('spelt %j is none, and so not in %s: programs do not agree on what it means', (address, range) => {
    expect(isAllowed(address, [range])).toBe(false);
  });
});

describe('an invalid stored range', () => {
  it.each(['', 'anywhere', '10.0.0.0/33', '2001:db8::/129', '10.0.0.0/', '10.0.0.0/-1', '*'])(
    'closes the key: %j is never taken for everywhere',
    (range) => {
      expect(() => isAllowed('10.0.0.1', [range])).toThrow();
      expect(() => isAllowed('10.0.0.1', ['192.0.2.0/24', range])).toThrow();
    },
  );
});

describe('the addresses one may ask for', () => {
  const accepted = (...ranges: string[]): boolean => allowedAddressesSchema.safeParse(ranges).success;

  it.each([
    '203.0.113.7',
    '203.0.113.0/24',
    '0.0.0.0/0',
    '2001:db8::1',
    '2001:db8::/32',
    '::ffff:10.0.0.0/104',
  ])('%s is one', (range) => {
    expect(accepted(range)).toBe(true);
  });

  it.each([
    ...['10.1', '10', '0x0a.0.0.1', '0x0a000001', '167772161', '010.0.0.1', '10.0.0.256', '1.2.3.4.5'],
    ...['10.1/16', '0x0a.0.0.0/8', '010.0.0.0/8', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/-1', '10.0.0.0/8/8'],
    ...['2001:db8::/129', '2001:db8:::1', '/8', '', ' ', '10.0.0.1 ', '10.0.0.1\n', 'localhost', '*'],
  ])('%j is none: what is not spelt out may not be what was meant', (range) => {
    expect(accepted(range)).toBe(false);
    expect(accepted('203.0.113.7', range)).toBe(false);
  });

  it('are all such as can be read again', () => {
    const text = fc.oneof(
      fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 40 })).map(([address, bits]) => `${address}/${bits}`),
      fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 140 })).map(([address, bits]) => `${address}/${bits}`),
      fc.oneof(fc.ipV4(), fc.ipV4Extended(), fc.ipV6()),
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcfx.:/%')), maxLength: 20 }),
    );
    fc.assert(
      fc.property(text, (range) => {
        fc.pre(accepted(range));
        expect(() => isAllowed('203.0.113.7', [range])).not.toThrow();
      }),
    );
  });

  it('are at most 50', () => {
    expect(accepted(...Array.from({ length: 50 }, () => '203.0.113.7'))).toBe(true);
    expect(accepted(...Array.from({ length: 51 }, () => '203.0.113.7'))).toBe(false);
  });
});

/** Whether the first bits of two addresses are the same, as in RFC 4632. */
function samePrefix(one: readonly number[], other: readonly number[], bits: number): boolean {
  const bitsOf = (parts: readonly number[]) =>
    parts.map((part) => part.toString(2).padStart(8, '0')).join('');
  return bitsOf(one).slice(0, bits) === bitsOf(other).slice(0, bits);
}
