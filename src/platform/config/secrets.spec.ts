import fc from 'fast-check';
import { parseNamedSecrets, parseSecret } from './secrets';

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const version = fc.stringMatching(/^[A-Za-z0-9_-]{1,16}$/);

describe('a secret', () => {
  it('is any 32 bytes in base64', () => {
    fc.assert(
      fc.property(bytes32, (bytes) => {
        expect(parseSecret(bytes.toString('base64'))).toEqual(bytes);
      }),
    );
  });

  it('of another length is none', () => {
    const others = fc.uint8Array({ maxLength: 80 }).filter((bytes) => bytes.length !== 32);
    fc.assert(
      fc.property(others, (bytes) => {
        expect(parseSecret(Buffer.from(bytes).toString('base64'))).toBeNull();
      }),
    );
  });

  const good = Buffer.alloc(32, 0xfb).toString('base64');
  it.each([
    ['in the alphabet of URLs', Buffer.alloc(32, 0xfb).toString('base64url')],
    ['in hex', Buffer.alloc(32, 7).toString('hex')],
    ['without its padding', good.replace('=', '')],
    ['with a blank', `${good} `],
    ['with a character that base64 decoders skip', `${good.slice(0, 8)}!${good.slice(8)}`],
    ['with bits to spare', `${good.slice(0, 42)}9=`],
  ])('%s is none', (_what, text) => {
    expect(parseSecret(text)).toBeNull();
  });
});

describe('named secrets', () => {
  const oneOrMore = fc.uniqueArray(fc.record({ version, bytes: bytes32 }), {
    minLength: 1,
    maxLength: 4,
    selector: (secret) => secret.version,
  });
  const written = (secrets: readonly { version: string; bytes: Buffer }[], comma: string): string =>
    secrets.map((secret) => `${secret.version}:${secret.bytes.toString('base64')}`).join(comma);

  it('are read in the order they stand, with or without blanks between them', () => {
    fc.assert(
      fc.property(oneOrMore, fc.constantFrom(',', ', ', ' , '), (secrets, comma) => {
        expect(parseNamedSecrets(written(secrets, comma))).toEqual(secrets);
      }),
    );
  });

  it('are refused when two have one name, for the database could not tell which was meant', () => {
    fc.assert(
      fc.property(version, bytes32, bytes32, (name, one, other) => {
        const both = [one, other].map((bytes) => ({ version: name, bytes }));
        expect(parseNamedSecrets(written(both, ','))).toBe('names two secrets alike');
      }),
    );
  });

  const secret = Buffer.alloc(32, 1).toString('base64');
  it.each([
    ['no name', secret],
    ['an empty name', `:${secret}`],
    ['a name of 17 characters', `${'v'.repeat(17)}:${secret}`],
    ['a name with a dot', `v1.0:${secret}`],
    ['a comma too many', `v1:${secret},`],
    ['31 bytes', `v1:${Buffer.alloc(31).toString('base64')}`],
    ['one that is right and one that is not', `v1:${secret},v2:${secret.slice(1)}`],
  ])('are refused with %s, in a sentence that repeats none of it', (_what, text) => {
    const answer = parseNamedSecrets(text);
    expect(answer).toMatch(/^must look like v1:BASE64 /);
    expect(answer).not.toContain(secret);
  });
});
