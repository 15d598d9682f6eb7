import { type FastifyRequest } from 'fastify';
import fc from 'fast-check';
import { Problem } from '../../platform/http';
import { type Credential, findCredential } from './credential';

type Header = readonly [name: string, value: string];

function aRequest(...headers: Header[]): FastifyRequest {
  // A cast: credentials are looked for in the raw headers only.
  return { raw: { rawHeaders: headers.flat() } } as unknown as FastifyRequest;
}

function found(headers: Header[], hasCookie = false): Credential | null {
  return findCredential(aRequest(...headers), hasCookie);
}

/** The code of the refusal. */
function refusal(headers: Header[], hasCookie = false): string {
  try {
    return `none, but ${JSON.stringify(found(headers, hasCookie))}`;
  } catch (error) {
    if (error instanceof Problem) return `${error.kind.status} ${error.kind.code}`;
    throw error;
  }
}

const key = 'kunci_Ab3d';
const xApiKey: Header = ['X-API-Key', key];
const bearer: Header = ['Authorization', `Bearer ${key}`];
const basic: Header = ['Authorization', 'Basic YTpi'];

describe('the credential of a request', () => {
  it('is none where there is none', () => {
    expect(found([])).toBeNull();
    expect(
      found([
        ['Accept', 'X-API-Key'],
        ['X-API-Key-Id', key],
        ['Proxy-Authorization', basic[1]],
      ]),
    ).toBeNull();
  });

  it.each([
    ['in X-API-Key', xApiKey],
    ['in x-api-key, for names of headers have no case', ['x-api-key', key]],
    ['as a bearer', bearer],
    ['as a bearer, for schemes have no case', ['AUTHORIZATION', `bEARER ${key}`]],
    ['as a bearer behind several blanks', ['authorization', `Bearer \t ${key}`]],
  ] as [string, Header][])('is a key %s', (_what, header) => {
    expect(found([header])).toEqual({ carrier: 'key', text: key });
  });

  it('is a key exactly as it was sent, even where that cannot be one', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(found([['X-API-Key', text]])).toEqual({ carrier: 'key', text });
        expect(found([['Authorization', `Bearer x${text}`]])).toEqual({ carrier: 'key', text: `x${text}` });
      }),
    );
  });

  it('is Basic, or the cookie', () => {
    expect(found([basic])).toEqual({ carrier: 'basic' });
    expect(found([['authorization', 'BASIC YTpi']])).toEqual({ carrier: 'basic' });
    expect(found([], true)).toEqual({ carrier: 'cookie' });
  });

  it.each(['', 'Digest x', 'Basicx YTpi', 'Bearerkunci', key, 'Token x', 'Negotiate'])(
    'is one that nobody can check, not none: Authorization: %s',
    (value) => {
      expect(found([['Authorization', value]])).toEqual({ carrier: 'unknown' });
    },
  );

  it('has no place in the URL', () => {
    const request = { ...aRequest(), url: `/me?api_key=${key}`, query: { api_key: key, 'x-api-key': key } };
    // A cast: as above.
    expect(findCredential(request as unknown as FastifyRequest, false)).toBeNull();
  });
});

describe('two carriers of credentials', () => {
  const carriers: [string, Header[], boolean][] = [
    ['X-API-Key and a bearer', [xApiKey, bearer], false],
    ['X-API-Key and Basic', [xApiKey, basic], false],
    ['X-API-Key and the cookie', [xApiKey], true],
    ['a bearer and the cookie', [bearer], true],
    ['Basic and the cookie', [basic], true],
    ['X-API-Key and an unknown scheme', [xApiKey, ['Authorization', 'Digest x']], false],
    ['the cookie and an unknown scheme', [['Authorization', 'Digest x']], true],
    ['X-API-Key twice, which Node would join', [xApiKey, ['x-api-key', 'other']], false],
    ['X-API-Key twice alike', [xApiKey, xApiKey], false],
    ['Authorization twice, of which Node would drop one', [bearer, basic], false],
    ['X-API-Key and an empty one', [xApiKey, ['X-API-Key', '']], false],
    ['all of them', [xApiKey, bearer], true],
  ];

  it.each(carriers)(
    '400 are refused, for which was meant would be a guess: %s',
    (_what, headers, hasCookie) => {
      expect(refusal(headers, hasCookie)).toBe('400 several-credentials');
      expect(refusal(headers.toReversed(), hasCookie)).toBe('400 several-credentials');
    },
  );
});
