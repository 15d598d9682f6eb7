import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * The address in what a proxy or a service wrote for one: without the port, brackets, quotes, blanks and zone id that may
 * be around it. `20.0.0.3:5555` is `20.0.0.3`, `"[2001:db8::1]:443"` is `2001:db8::1`, `::ffff:203.0.113.7` is `203.0.113.7`.
 *
 * @returns null when there is no address in it.
 */
export function addressIn(text: string): string | null {
  if (isIPv4(text) || isPlainIPv6(text)) return text;
  const host = hostIn(text.trim().replace(/^"(.*)"$/, '$1')).replace(/%.*$/s, '');
  if (isIPv4(host)) return host;
  return isIPv6(host) ? ipaddr.process(host).toString() : null;
}

/** Is kept as it is: parsing costs more than all else that is done to tell an address. */
function isPlainIPv6(text: string): boolean {
  return /^[0-9a-f:]+$/.test(text) && !text.startsWith('::ffff:') && isIPv6(text);
}

function hostIn(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1];
  // IPv6 without brackets has no port: its last part would be read as one.
  return bracketed ?? /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;
}
