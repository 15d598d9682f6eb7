import { fastify } from 'fastify';
import { clientAddress, trustIn } from './client-address';

/** What the server makes of a request that came over `peer` with these headers. */
async function from(peer: string, forwarded: string | null, proxies: string[]): Promise<string | null> {
  const server = fastify({ trustProxy: trustIn(proxies) });
  let seen: string | null = null;
  server.get('/', (request, reply) => {
    seen = clientAddress(request);
    return reply.send();
  });
  const headers = forwarded === null ? {} : { 'x-forwarded-for': forwarded };
  await server.inject({ url: '/', remoteAddress: peer, headers });
  await server.close();
  return seen;
}

const proxies = ['127.0.0.1', '10.0.0.0/8', '2001:db8:ffff::/48'];

describe('the address of a client', () => {
  it.each([
    ['what a trusted proxy says', '198.51.100.7', '198.51.100.7'],
    ['that without the port', '20.0.0.3:5555', '20.0.0.3'],
    ['that without brackets and port', '[2001:db8::1]:443', '2001:db8::1'],
    ['that without quotes', '"[2001:db8::1]"', '2001:db8::1'],
    ['an IPv4 address mapped into IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
    ['that without its zone', 'fe80::1%eth0', 'fe80::1'],
    ['the last one that is not trusted', '1.1.1.1, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['the same where proxies write ports', '1.1.1.1, 198.51.100.7:80, 10.0.0.2:4444', '198.51.100.7'],
    ['the same past proxies with IPv6', '198.51.100.7, [2001:db8:ffff::1]:80', '198.51.100.7'],
    ['the same past mapped proxies', '198.51.100.7, ::ffff:10.0.0.2', '198.51.100.7'],
    ['the peer when nothing is said', null, '127.0.0.1'],
    ['the peer when what is said is empty', '', '127.0.0.1'],
    ['the peer when it is blank', ' , ', '127.0.0.1'],
    ['the peer when it is no address', 'unknown', '127.0.0.1'],
    ['the nearest hop that is an address', '1.1.1.1, unknown, 10.0.0.2', '10.0.0.2'],
  ])('is %s', async (_what, forwarded, address) => {
    expect(await from('127.0.0.1', forwarded, proxies)).toBe(address);
  });

  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
    ['2001:db8::5', '2001:db8::5'],
  ])('is the peer %s, whatever a stranger says', async (peer, address) => {
    expect(await from(peer, '10.0.0.1, 192.0.2.1', proxies)).toBe(address);
  });

  it('is what a proxy on a dual-stack socket says', async () => {
    expect(await from('::ffff:10.9.8.7', '192.0.2.1', proxies)).toBe('192.0.2.1');
  });

  it('is null when the connection is gone', () => {
    // A cast: Fastify types an address even where the socket has lost it.
    expect(clientAddress({ ip: undefined as unknown as string })).toBeNull();
  });
});
