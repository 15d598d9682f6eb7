import { randomBytes } from 'node:crypto';
import { type IdempotentRequest } from './idempotent-request';
import { openSecrets, sealSecrets } from './sealed-secrets';

const secrets = [{ path: ['secret'], value: 'kunci_0123456789' }];
const kek = { version: 'v1', bytes: randomBytes(32) };
const nextKek = { version: 'v2', bytes: randomBytes(32) };
const request: IdempotentRequest = {
  key: 'a-key-of-the-client',
  principalHash: randomBytes(32),
  keyHash: randomBytes(32),
  route: 'POST /api/v1/keys',
  requestHash: randomBytes(32),
  held: [],
};

function seal(what: readonly { path: string[]; value: unknown }[] = secrets): Buffer {
  const sealed = sealSecrets(what, request, [kek]);
  if (sealed === null) throw new Error('It was not sealed');
  return sealed;
}

describe('the secrets of an answer', () => {
  it('open for the same request, also after another key-encryption key has come first', () => {
    expect(openSecrets(seal(), request, [kek])).toEqual(secrets);
    expect(openSecrets(seal(), request, [nextKek, kek])).toEqual(secrets);
  });

  it.each<[what: string, differing: Partial<IdempotentRequest>]>([
    ['an Idempotency-Key', { key: 'a-key-of-the-clienT' }],
    ['a caller', { principalHash: randomBytes(32) }],
    ['a route', { route: 'POST /api/v1/users' }],
    ['a body', { requestHash: randomBytes(32) }],
  ])('do not open for another one of %s', (_what, differing) => {
    expect(openSecrets(seal(), { ...request, ...differing }, [kek])).toEqual([]);
  });

  it('do not open without the key-encryption key, nor when a byte was changed', () => {
    const sealed = seal();
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(20) ^ 1, 20);

    expect(openSecrets(sealed, request, [nextKek])).toEqual([]);
    expect(openSecrets(changed, request, [kek])).toEqual([]);
    expect(openSecrets(Buffer.alloc(3), request, [kek])).toEqual([]);
  });

  it('are not kept where there are none, or more than the column holds', () => {
    expect(sealSecrets([], request, [kek])).toBeNull();
    expect(sealSecrets([{ path: ['token'], value: 'x'.repeat(1_024) }], request, [kek])).toBeNull();
    expect(seal([{ path: ['token'], value: 'x'.repeat(900) }]).length).toBeLessThanOrEqual(1_024);
  });
});
