import { addressBlock } from './address-block';

describe('the address that attempts are counted by', () => {
  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['fe80::1%eth0', 'fe80::2%eth1'],
  ])('is one for %s and %s', (one, other) => {
    expect(addressBlock(one)).toBe(addressBlock(other));
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['192.0.2.1', '192.0.2.2'],
    ['no address', 'another'],
  ])('is another for %s and %s', (one, other) => {
    expect(addressBlock(one)).not.toBe(addressBlock(other));
  });
});
