import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { type OutgoingHttpHeaders } from 'node:http';
import fastify from 'fastify';

/**
 * Headers that keep browsers from doing what nobody meant. Nothing is loaded from, or framed by, another site. They are the
 * same for every answer, so helmet is asked for them once: to put them together for each cost a tenth of a small request.
 */
export function securityHeaders(publicUrl: string): Promise<OutgoingHttpHeaders> {
  return headersOf(optionsFor(publicUrl));
}

function optionsFor(publicUrl: string): FastifyHelmetOptions {
  const https = publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The console's component library and the API documentation write style tags and attributes as they go. A nonce would
        // not cover attributes, and would make the page another one for each request. A style runs no script, and loads nothing
        // from elsewhere: what it names falls under the other directives.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  };
}

/** What helmet sets, found out by one request that nobody sends. */
async function headersOf(options: FastifyHelmetOptions): Promise<OutgoingHttpHeaders> {
  const scratch = fastify();
  await scratch.register(helmet, options);
  scratch.get('/', (_request, reply) => reply.raw.getHeaders());
  const answered = await scratch.inject('/');
  await scratch.close();
  return answered.json();
}
