import { type FastifyInstance } from 'fastify';
import { type BrandLogo } from '../platform/config';

/**
 * In the console the logo is a picture, and a picture runs nothing. Who opens its address gets a document, though: this keeps
 * an SVG from running a script or loading anything there, too.
 */
const policy = "default-src 'none';style-src 'unsafe-inline';sandbox";

export function serveLogo(fastify: FastifyInstance, address: string, { type, bytes }: BrandLogo): void {
  fastify.get(address, (_request, reply) => {
    void reply
      .type(type)
      .header('content-security-policy', policy)
      // The address is named by the content.
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(bytes);
  });
}
