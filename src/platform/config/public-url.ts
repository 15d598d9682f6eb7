/** Without dots at the beginning of a name, so that no browser or proxy reads one as a step up or rewrites it. */
const wellFormed = /^https?:\/\/[^/?#\\]+(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*\/?$/i;

/**
 * Whether a text is an address that Kunci can be under: an origin, and perhaps a path whose every spelling is the same to browsers,
 * proxies and cookies. What a URL parser would repair (`//`, `..`, `\`) is refused rather than understood in some way.
 */
export function isPublicUrl(text: string): boolean {
  if (!wellFormed.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** The address as browsers write it, without a slash at its end. */
export function normalPublicUrl(text: string): string {
  const { origin, pathname } = new URL(text);
  return origin + pathname.replace(/\/$/, '');
}

/** The path of the address, without a slash at its end: `/kunci`, or nothing where Kunci has the whole host. */
export function basePathOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/$/, '');
}
