import { CommandFault } from '../terminal/command-fault';

/**
 * @param text what a person typed: an address with or without `https://`, behind a base path or not.
 * @returns the base of all addresses of the API, without a slash at its end.
 * @throws CommandFault for what is no address of a server.
 */
export function serverUrl(text: string): string {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new CommandFault('usage', 'The address of a server begins with https:// or http://.');
  if (url.username !== '' || url.password !== '')
    throw new CommandFault('usage', 'Leave username and password out of the address.');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** Whether what is sent there can be read on the way. */
export function isReadableOnTheWay(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
