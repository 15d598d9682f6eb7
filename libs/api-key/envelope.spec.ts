import fc from 'fast-check';
import { type SealContext } from './envelope';
import { EnvelopeFault, openSecret, rewrapSecret, sealSecret } from './index';

const kek = Buffer.alloc(32, 7);
const context: SealContext = {
  purpose: 'key-secret',
  companyId: 'company-1',
  keyId: 'key-1',
  secretId: 'secret-1',
  kekVersion: '1',
};

function flip(box: Buffer, index: number, mask: number): Buffer {
  const changed = Buffer.from(box);
  changed.writeUInt8(changed.readUInt8(index) ^ mask, index);
  return changed;
}

describe('sealSecret and openSecret', () => {
  it('give back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(openSecret(sealSecret(text, kek, context), kek, context)).toBe(text);
      }),
    );
  });

  it('make two seals of one text that share nothing', () => {
    const [one, other] = [sealSecret('text', kek, context), sealSecret('text', kek, context)];

    expect(one.ciphertext).not.toEqual(other.ciphertext);
    expect(one.ciphertext.subarray(0, 12)).not.toEqual(other.ciphertext.subarray(0, 12));
    expect(one.wrappedKey).not.toEqual(other.wrappedKey);
    expect(() => openSecret({ ...one, wrappedKey: other.wrappedKey }, kek, context)).toThrow(EnvelopeFault);
  });

  it('open what another implementation sealed, so rows outlive a new version', () => {
    // Made apart from this code: data key 32 x 17, nonces 12 x 01 and 12 x 02, associated data
    // [key-secret,company-1,key-1,secret-1], and for the data key also the version, 1.
    const sealed = {
      ciphertext: Buffer.from('0101010101010101010101012dc6eebfe7655dd74ed37ece24c91058fd00e8cecc', 'hex'),
      wrappedKey: Buffer.from(
        '0202020202020202020202020ba5f8164afaa4360b4197a6f393dd6bdb0279eb61a73ba5d71be2580b80aa62f5dfe2628e5833026f24c0ceffbd560f',
        'hex',
      ),
    };

    expect(openSecret(sealed, kek, context)).toBe('kunci');
  });

  it('lay out nonce, ciphertext and tag', () => {
    const sealed = sealSecret('four', kek, context);

    expect(sealed.ciphertext).toHaveLength(12 + 4 + 16);
    expect(sealed.wrappedKey).toHaveLength(12 + 32 + 16);
  });

  it('refuse any flipped bit', () => {
    const sealed = sealSecret('kunci_secret', kek, context);
    for (const part of ['ciphertext', 'wrappedKey'] as const) {
      for (let index = 0; index < sealed[part].length; index += 1) {
        const changed = { ...sealed, [part]: flip(sealed[part], index, 1 << (index % 8)) };
        expect(() => openSecret(changed, kek, context)).toThrow(EnvelopeFault);
      }
    }
  });

  it('refuse any shortened box', () => {
    const sealed = sealSecret('text', kek, context);
    for (const part of ['ciphertext', 'wrappedKey'] as const) {
      for (let length = 0; length < sealed[part].length; length += 1) {
        const shortened = { ...sealed, [part]: sealed[part].subarray(0, length) };
        expect(() => openSecret(shortened, kek, context)).toThrow(EnvelopeFault);
      }
    }
  });

  it.each(['purpose', 'companyId', 'keyId', 'secretId', 'kekVersion'] as const)(
    'refuse another %s',
    (field) => {
      const sealed = sealSecret('text', kek, context);

      expect(() => openSecret(sealed, kek, { ...context, [field]: 'another' })).toThrow(EnvelopeFault);
    },
  );

  it('keep neighbouring fields apart', () => {
    const sealed = sealSecret('text', kek, { ...context, companyId: 'a', keyId: 'bc' });

    expect(() => openSecret(sealed, kek, { ...context, companyId: 'ab', keyId: 'c' })).toThrow(EnvelopeFault);
    expect(() => openSecret(sealed, kek, { ...context, companyId: 'a","bc', keyId: '' })).toThrow(
      EnvelopeFault,
    );
  });

  it('refuse another key-encryption key, and one of the wrong length', () => {
    const sealed = sealSecret('text', kek, context);

    expect(() => openSecret(sealed, Buffer.alloc(32, 8), context)).toThrow(EnvelopeFault);
    expect(() => openSecret(sealed, kek.subarray(1), context)).toThrow(EnvelopeFault);
    expect(() => sealSecret('text', kek.subarray(1), context)).toThrow('Invalid key length');
  });

  it('tell the reason only as the cause of the fault', () => {
    const sealed = sealSecret('text', kek, context);

    expect(() => openSecret(sealed, Buffer.alloc(32, 8), context)).toThrow(
      expect.objectContaining({
        name: 'EnvelopeFault',
        message: 'The sealed secret cannot be opened.',
        cause: expect.objectContaining({ message: 'Unsupported state or unable to authenticate data' }),
      }),
    );
  });
});

describe('rewrapSecret', () => {
  const other = Buffer.alloc(32, 8);

  it('moves the data key to another key-encryption key and leaves the ciphertext alone', () => {
    const sealed = sealSecret('text', kek, context);
    const wrappedKey = rewrapSecret(sealed, kek, context, other, '2');

    const moved = { ciphertext: sealed.ciphertext, wrappedKey };
    expect(openSecret(moved, other, { ...context, kekVersion: '2' })).toBe('text');
    expect(() => openSecret(moved, kek, context)).toThrow(EnvelopeFault);
  });

  it('refuses what was sealed under another key', () => {
    const sealed = sealSecret('text', other, context);
    expect(() => rewrapSecret(sealed, kek, context, other, '2')).toThrow(EnvelopeFault);
  });
});
