/** Where a request may carry a key: `X-API-Key`, or `Authorization` as Bearer or as the password of Basic. */
export type Carrier = 'x-api-key' | 'authorization';

/** What a request presents. */
export type PresentedCredential =
  | { readonly kind: 'key'; readonly key: string; readonly username: string | null }
  /** None, several at once, or one that cannot be a key. */
  | { readonly kind: 'none' | 'several' | 'unreadable' };

/** Longer ones are no key or username of Kunci, which would refuse the question. */
const maxKeyCharacters = 512;
const maxUsernameCharacters = 254;

/**
 * Finds the key of a request, as Kunci itself finds it.
 *
 * @param rawHeaders names and values in turn, as Node has them: there, a header that was sent twice is seen.
 * @param only the one carrier that counts, where the other is the application's own; null for both.
 */
export function readCredential(rawHeaders: readonly string[], only: Carrier | null): PresentedCredential {
  const found = valuesOf(rawHeaders).filter(({ carrier }) => only === null || carrier === only);
  const [first, ...others] = found;
  if (first === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'several' };
  const read =
    first.carrier === 'x-api-key' ? { key: first.value, username: null } : readAuthorization(first.value);
  const isKey = read !== null && read.key !== '' && read.key.length <= maxKeyCharacters;
  return isKey ? { kind: 'key', ...read } : { kind: 'unreadable' };
}

function valuesOf(rawHeaders: readonly string[]): { carrier: Carrier; value: string }[] {
  return rawHeaders.flatMap((text, at) => {
    const carrier = at % 2 === 0 ? text.toLowerCase() : '';
    const value = rawHeaders[at + 1]?.trim() ?? '';
    const isCarrier = carrier === 'x-api-key' || carrier === 'authorization';
    return isCarrier && value !== '' ? [{ carrier, value }] : [];
  });
}

interface Read {
  readonly key: string;
  readonly username: string | null;
}

function readAuthorization(value: string): Read | null {
  const [, scheme = '', text = ''] = /^(\S+) +(\S.*)$/.exec(value) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { key: text, username: null };
    case 'basic':
      return readBasic(text);
    default:
      return null;
  }
}

/** RFC 7617, in UTF-8. */
function readBasic(text: string): Read | null {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null;
  const pair = Buffer.from(text, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon === -1 || colon > maxUsernameCharacters) return null;
  return { username: pair.slice(0, colon), key: pair.slice(colon + 1) };
}
