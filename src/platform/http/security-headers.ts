import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { type OutgoingHttpHeaders } from 'node:http';
import fastify from 'fastify';
import { isGatewayPath } from './gateway-path';
import { isOAuthPath } from './oauth-path';

/** The headers that keep browsers from doing what nobody meant, by kind of answer. */
export interface SecurityHeaders {
  /** What a browser may show: nothing is loaded from, or framed by, another site. */
  readonly page: OutgoingHttpHeaders;
  /** What a program reads: nothing in it is ever run, shown in a frame, read by another site or kept by a cache. */
  readonly api: OutgoingHttpHeaders;
  /** What a gateway reads, of an answer that has no body. */
  readonly gateway: OutgoingHttpHeaders;
}

/**
 * The same for every answer of a kind, so helmet is asked for them once, and an answer of the API has only those that a
 * browser heeds in data (docs/adr/0041).
 */
export async function securityHeaders(publicUrl: string): Promise<SecurityHeaders> {
  const page = await headersOf(optionsFor(publicUrl));
  const shared = Object.entries(page).filter(([name]) => ofData.includes(name));
  return { page, api: { ...Object.fromEntries(shared), ...onlyOfData }, gateway: notKept };
}

/** @param url as the routes see it: what was asked for under `/core` is under `/api`. */
export function securityHeadersFor(
  url: string,
  { api, gateway, page }: SecurityHeaders,
): OutgoingHttpHeaders {
  if (url.startsWith('/api/') || isOAuthPath(url)) return api;
  return isGatewayPath(url) ? gateway : page;
}

const ofData = ['strict-transport-security', 'x-content-type-options', 'cross-origin-resource-policy'];
// What depends on the caller must not be kept by a cache on the way. A handler may say otherwise.
const notKept = { 'cache-control': 'no-store' };
const onlyOfData = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  ...notKept,
};

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
