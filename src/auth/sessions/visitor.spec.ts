import { type FastifyRequest } from 'fastify';
import { visitorOf } from './visitor';

// A cast: of a request only this is asked.
const from = (ip: string, userAgent?: string) =>
  visitorOf({ ip, headers: { 'user-agent': userAgent } } as unknown as FastifyRequest);

describe('a visitor', () => {
  it.each(['203.0.113.7', '2001:db8::1', '::ffff:203.0.113.7', 'fe80::1%eth0'])('comes from %s', (ip) => {
    expect(from(ip).address).toBe(ip);
  });

  it.each(['unknown', '', '203.0.113.7:1234', 'x'.repeat(300), `fe80::1%${'x'.repeat(300)}`])(
    'comes from nowhere when a proxy says %s, which is no address and may not fit where addresses are kept',
    (ip) => {
      expect(from(ip).address).toBeNull();
    },
  );

  it('has the first 255 characters of a user agent', () => {
    expect(from('203.0.113.7', 'x'.repeat(300)).userAgent).toBe('x'.repeat(255));
    expect(from('203.0.113.7').userAgent).toBeNull();
  });
});
