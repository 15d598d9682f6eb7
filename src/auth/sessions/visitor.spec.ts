import { type FastifyRequest } from 'fastify';
import { visitorOf } from './visitor';

// A cast: of a request only this is asked.
const from = (ip: string, userAgent?: string) =>
  visitorOf({ ip, headers: { 'user-agent': userAgent } } as unknown as FastifyRequest);

describe('a visitor', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['20.0.0.3:5555', '20.0.0.3'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
  ])('comes from the address of the client: %s', (ip, address) => {
    expect(from(ip).address).toBe(address);
  });

  it('has the first 255 characters of a user agent', () => {
    expect(from('203.0.113.7', 'x'.repeat(300)).userAgent).toBe('x'.repeat(255));
    expect(from('203.0.113.7').userAgent).toBeNull();
  });
});
