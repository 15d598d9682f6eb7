import { type IncomingHttpHeaders } from 'node:http';
import { relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { type Config } from '../platform/config';
import { brandedPage, logoAddress, pageBelow } from './branded-page';
import { type BuiltConsole, builtConsole } from './built-console';
import { consoleNotBuilt } from './console-host.problems';
import { type DrawnFront, drawnFront } from './drawn-front';
import { isPlace } from './is-place';
import { serveLogo } from './serve-logo';
import { encodingOf, languageOf, wantsFront } from './wants-front';

/**
 * Serves the files of the built console, and its page at every address that is a place in it. What is served is fixed here,
 * file by file: no address can lead out of the folder.
 *
 * @param config says where the console is built; where it is not, `/` says so
 */
export function serveConsole(fastify: FastifyInstance, config: Config): void {
  const { consoleDir, brand, http, mode } = config;
  const built = builtConsole(consoleDir);
  const branded = built === null ? null : brandedPage(built.page, brand);
  const front = branded === null ? null : drawnFront(branded, config);
  const page = branded === null ? null : pageBelow(http.basePath, branded);
  if (built !== null) serveFiles(fastify, built);
  if (brand.logo !== null) serveLogo(fastify, logoAddress(brand.logo), brand.logo);
  // Less specific than any other route. Other methods than GET and HEAD stay not found.
  fastify.get('/*', (request, reply) => {
    const { url, headers } = request;
    if (!isPlace(url, headers.accept) || isHidden(url, mode)) reply.callNotFound();
    else if (front !== null && wantsFront(url, headers)) sendFront(front, headers, reply);
    else sendPage(page, reply);
  });
}

/** The page that shows every pattern is for whoever builds the console. */
function isHidden(url: string, mode: Config['mode']): boolean {
  return mode === 'production' && /^\/styleguide(?:[/?]|$)/.test(url);
}

/** Not awaited: that would boot Fastify, and what the application has yet to set would not reach the routes there are. */
function serveFiles(fastify: FastifyInstance, { folder }: BuiltConsole): void {
  void fastify.register(fastifyStatic, {
    root: folder,
    // A route per file, of those there are now.
    wildcard: false,
    globIgnore: ['index.html', '**/*.{br,gz}'],
    index: false,
    decorateReply: false,
    // The build lays `x.js.br` and `x.js.gz` beside `x.js`.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      void reply.header('cache-control', cachingOf(relative(folder, file)));
    },
  });
}

/** Vite names assets by their content, so that a name always means the same. */
function cachingOf(file: string): string {
  const isHashed = file.startsWith(`assets${sep}`);
  return isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function sendPage(page: string | null, reply: FastifyReply): void {
  if (page === null) throw consoleNotBuilt();
  // Not kept: an old page would ask for assets that are gone.
  void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}

/** One script may run although it stands in the page: the one that keeps what is pressed before the others have come. */
function sendFront(
  { pages, scriptHash }: DrawnFront,
  headers: IncomingHttpHeaders,
  reply: FastifyReply,
): void {
  const page = pages[languageOf(headers)];
  const encoding = encodingOf(headers);
  const policy = String(reply.getHeader('content-security-policy'));
  if (encoding !== null) void reply.header('content-encoding', encoding);
  void reply
    .header('content-security-policy', policy.replace("script-src 'self'", `script-src 'self' ${scriptHash}`))
    .header('vary', 'accept-encoding, accept-language, cookie')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page[encoding ?? 'plain']);
}
