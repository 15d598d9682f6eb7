import fc from 'fast-check';
import { EnvelopeFault, generateKey } from '../../../libs/api-key';
import { type Config } from '../../platform/config';
import { Keyring } from './keyring';

const named = (version: string, byte: number) => ({ version, bytes: Buffer.alloc(32, byte) });
const [old, current] = [named('v1', 1), named('v2', 2)];

function aKeyring(secrets: { peppers?: (typeof old)[]; keks?: (typeof old)[] }): Keyring {
  const { peppers = [current, old], keks = [current, old] } = secrets;
  // A cast: a keyring reads only the secrets.
  return new Keyring({ secrets: { peppers, keks, auditKey: Buffer.alloc(32) } } as unknown as Config);
}

const of = { companyId: 'company', keyId: 'key', secretId: 'secret' };
const text = generateKey('hex32', 'kunci');

describe('the digest of a key', () => {
  it('is made with the first pepper and says so', () => {
    const { digest, pepperVersion } = aKeyring({}).digest(text);
    expect(pepperVersion).toBe('v2');
    expect(digest).toEqual(aKeyring({ peppers: [current] }).digest(text).digest);
    expect(digest).not.toEqual(aKeyring({ peppers: [old, current] }).digest(text).digest);
  });

  it('must be made again when it was made with a pepper other than the first', () => {
    expect(aKeyring({}).isCurrentPepper('v2')).toBe(true);
    expect(aKeyring({}).isCurrentPepper('v1')).toBe(false);
  });

  it('has 32 bytes, in which the key cannot be read', () => {
    const { digest } = aKeyring({}).digest(text);
    expect(digest).toHaveLength(32);
    expect(digest.toString('hex')).not.toContain(text.slice(0, 8));
  });

  it('is looked up under every pepper that is loaded, so that one can take the place of another', () => {
    const before = aKeyring({ peppers: [old] }).digest(text).digest;
    const during = aKeyring({ peppers: [old, current] }).digests(text);
    const after = aKeyring({}).digests(text);

    expect(during).toHaveLength(2);
    expect(during).toContainEqual(before);
    expect(after).toContainEqual(before);
    expect(after).toContainEqual(aKeyring({}).digest(text).digest);
  });
});

describe('a sealed secret', () => {
  const keyring = aKeyring({});

  it('opens to what it was, for whom it was sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
        expect(keyring.open(keyring.seal(secret, of), of)).toBe(secret);
      }),
    );
  });

  it('is sealed with the first key-encryption key and says so', () => {
    expect(keyring.seal(text, of).kekVersion).toBe('v2');
  });

  it('opens with the key-encryption key it names, also after another came first', () => {
    const sealed = aKeyring({ keks: [old] }).seal(text, of);
    expect(keyring.open(sealed, of)).toBe(text);
  });

  it('cannot be opened where that key-encryption key is not loaded', () => {
    const sealed = aKeyring({ keks: [old] }).seal(text, of);
    expect(() => aKeyring({ keks: [current] }).open(sealed, of)).toThrow(
      'key-encryption key v1 is not loaded',
    );
  });

  it('cannot be opened when it claims another key-encryption key, though that is loaded', () => {
    const sealed = keyring.seal(text, of);
    expect(() => keyring.open({ ...sealed, kekVersion: 'v1' }, of)).toThrow(EnvelopeFault);
  });

  it('cannot be opened by the same bytes under another name, for the name is bound too', () => {
    const sealed = keyring.seal(text, of);
    const renamed = aKeyring({ keks: [{ ...current, version: 'v9' }] });
    expect(() => renamed.open({ ...sealed, kekVersion: 'v9' }, of)).toThrow(EnvelopeFault);
  });

  it.each(['companyId', 'keyId', 'secretId'] as const)('opens for nobody with another %s', (part) => {
    const sealed = keyring.seal(text, of);
    expect(() => keyring.open(sealed, { ...of, [part]: 'other' })).toThrow(EnvelopeFault);
  });

  it.each(['ciphertext', 'wrappedKey'] as const)('does not open when a bit of its %s was changed', (part) => {
    const sealed = keyring.seal(text, of);
    for (let at = 0; at < sealed[part].length; at += 1) {
      const changed = Buffer.from(sealed[part]);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => keyring.open({ ...sealed, [part]: changed }, of)).toThrow(EnvelopeFault);
    }
  });
});

describe('re-wrapping a secret', () => {
  const sealed = aKeyring({ keks: [old] }).seal(text, of);
  const during = aKeyring({ keks: [current, old] });

  it('needs the old key-encryption key once, and from then on only the new one', () => {
    const moved = { ...sealed, ...during.rewrap(sealed, of) };
    expect(moved.kekVersion).toBe(during.currentKek());
    expect(aKeyring({ keks: [current] }).open(moved, of)).toBe(text);
    expect(() => aKeyring({ keks: [current] }).rewrap(sealed, of)).toThrow('v1 is not loaded');
  });

  it('leaves the ciphertext alone', () => {
    expect(Object.keys(during.rewrap(sealed, of)).toSorted()).toEqual(['kekVersion', 'wrappedKey']);
  });

  it('is refused where the secret belongs to somebody else', () => {
    expect(() => during.rewrap(sealed, { ...of, companyId: 'other' })).toThrow(EnvelopeFault);
  });
});

describe('a keyring without secrets, which no settings allow', () => {
  it('does not pretend to work', () => {
    expect(() => aKeyring({ peppers: [] }).digest(text)).toThrow();
    expect(() => aKeyring({ keks: [] }).seal(text, of)).toThrow();
  });
});
