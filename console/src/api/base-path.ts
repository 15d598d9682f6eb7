/**
 * The path that every address of this server begins with, without a slash at its end: `/kunci`, or nothing. The server has put it into
 * the page (src/console-host/branded-page.ts), so that one build does for every path. What is drawn for the server has none.
 */
export function basePath(): string {
  if (typeof document === 'undefined') return '';
  return document.querySelector<HTMLMetaElement>('meta[name="kunci-base"]')?.content ?? '';
}

/** Where this server is, as its clients write it: `https://example.com/kunci`. */
export function serverAddress(): string {
  return window.location.origin + basePath();
}

/** The place in the console that a path of an address leads to: `/keys` for `/kunci/keys`. */
export function placeAt(pathname: string): string {
  const place = pathname.slice(basePath().length);
  return place === '' ? '/' : place;
}
