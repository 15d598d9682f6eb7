import { isIP } from 'node:net';
import fc from 'fast-check';
import { addressIn } from './address-in';

describe('the address in what was written for one', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['20.0.0.3:5555', '20.0.0.3'],
    ['"20.0.0.3:5555"', '20.0.0.3'],
    [' 20.0.0.3\t', '20.0.0.3'],
    ['2001:db8::1', '2001:db8::1'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['"[2001:db8::1]"', '2001:db8::1'],
    ['"[2001:db8::1]:443"', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    [`[fe80::1%${'x'.repeat(300)}]:80`, 'fe80::1'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:9', '203.0.113.7'],
  ])('%s is %s', (text, address) => {
    expect(addressIn(text)).toBe(address);
  });

  it.each([
    '',
    ' ',
    '""',
    'unknown',
    '_hidden',
    'localhost',
    'unix:',
    '[]',
    '[]:443',
    '%eth0',
    '20.0.0.3:port',
    '20.0.0.3:555555',
    '20.0.0.3/32',
    '020.0.0.3',
    '10.1',
    '256.0.0.1',
    '[2001:db8::1',
    '2001:db8::1]:443',
    '2001:db8:::1',
    'x'.repeat(16_000),
    '"'.repeat(16_000),
    '['.repeat(16_000),
  ])('there is none in %s', (text) => {
    expect(addressIn(text)).toBeNull();
  });

  it('is found in every address there is, in one spelling, which is its own', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: 0, max: 65_535 }), (text, port) => {
        const address = addressIn(text) ?? '';
        expect(isIP(address)).not.toBe(0);
        expect(addressIn(address)).toBe(address);
        const around = text.includes(':') ? `[${text}]:${port}` : `${text}:${port}`;
        expect(addressIn(`"${around}"`)).toBe(addressIn(`[${text}]`));
      }),
      { numRuns: 1_000 },
    );
  });
});
