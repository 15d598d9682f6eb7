import { randomBytes } from 'node:crypto';
import { EnvelopeFault } from '../../libs/api-key';
import { Ids, SystemClock } from '../platform';
import { type Config, type NamedSecret } from '../platform/config';
import { TotpSeal } from './totp-seal';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const [old, current] = ['v1', 'v2'].map((version) => ({ version, bytes: randomBytes(32) })) as [
  NamedSecret,
  NamedSecret,
];

/** As an instance with these key-encryption keys. A cast: no other setting is read. */
function sealWith(...keks: NamedSecret[]): TotpSeal {
  const config = { secrets: { keks } } as unknown as Config;
  return new TotpSeal(config, new Ids(new SystemClock()));
}

describe('the seal on secrets of one-time codes', () => {
  it('opens for the same user, with the key it names', () => {
    const sealed = sealWith(old).seal(secret, 'a-user');
    expect(sealed.kekVersion).toBe('v1');
    expect(sealWith(current, old).open(sealed, 'a-user')).toBe(secret);
    expect(sealWith(current, old).seal(secret, 'a-user').kekVersion).toBe('v2');
  });

  it('does not open for another user or in another row', () => {
    const seal = sealWith(current);
    const [one, other] = [seal.seal(secret, 'a-user'), seal.seal(secret, 'a-user')];
    expect(() => seal.open(one, 'another-user')).toThrow(EnvelopeFault);
    expect(() => seal.open({ ...one, secretId: other.secretId }, 'a-user')).toThrow(EnvelopeFault);
  });

  it('says which key is not loaded', () => {
    const sealed = sealWith(old).seal(secret, 'a-user');
    expect(() => sealWith(current).open(sealed, 'a-user')).toThrow('The key-encryption key v1 is not loaded');
  });
});
