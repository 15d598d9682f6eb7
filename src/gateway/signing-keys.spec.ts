import { createPublicKey, type JsonWebKey as JWK, verify } from 'node:crypto';
import { type Config, type NamedSecret } from '../platform/config';
import { SigningKeys } from './signing-keys';

/** A cast: the keys look at nothing else of the settings. */
const keysOf = (...signingKeys: NamedSecret[]): SigningKeys =>
  new SigningKeys({ secrets: { signingKeys } } as unknown as Config);

describe('SigningKeys', () => {
  it('have the public key of RFC 8037, appendix A, for its seed', () => {
    const bytes = Buffer.from('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A', 'base64url');
    expect(keysOf({ version: 'v1', bytes }).published().keys).toEqual([
      {
        ...{ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
        ...{ kid: 'v1', alg: 'EdDSA', use: 'sig' },
      },
    ]);
  });

  it('sign with the first, and publish all', () => {
    const keys = keysOf(
      { version: 'v2', bytes: Buffer.alloc(32, 2) },
      { version: 'v1', bytes: Buffer.alloc(32, 1) },
    );
    const [head = '', body = '', signature = ''] = keys.sign({ sub: 'x' })?.split('.') ?? [];
    // A cast: Node types a JWK as an object of any fields.
    const [first, second] = keys.published().keys as JWK[];
    const isOf = (key: JWK | undefined): boolean =>
      verify(
        null,
        Buffer.from(`${head}.${body}`),
        createPublicKey({ key: key ?? {}, format: 'jwk' }),
        Buffer.from(signature, 'base64url'),
      );

    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({
      alg: 'EdDSA',
      typ: 'JWT',
      kid: 'v2',
    });
    expect([isOf(first), isOf(second)]).toEqual([true, false]);
  });

  it('sign nothing where there are none', () => {
    expect(keysOf().sign({})).toBeNull();
    expect(keysOf().published()).toEqual({ keys: [] });
  });
});
