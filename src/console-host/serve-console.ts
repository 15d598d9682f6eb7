import { relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { type BuiltConsole, builtConsole } from './built-console';
import { consoleNotBuilt } from './console-host.problems';
import { isPlace } from './is-place';

/**
 * Serves the files of the built console, and its page at every address that is a place in it. What is served is fixed here,
 * file by file: no address can lead out of the folder.
 *
 * @param folder where the console is built; where it is not, `/` says so
 */
export function serveConsole(fastify: FastifyInstance, folder: string): void {
  const built = builtConsole(folder);
  if (built !== null) serveFiles(fastify, built);
  // Less specific than any other route. Other methods than GET and HEAD stay not found.
  fastify.get('/*', (request, reply) => {
    if (isPlace(request.url, request.headers.accept)) sendPage(built, reply);
    else reply.callNotFound();
  });
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

function sendPage(built: BuiltConsole | null, reply: FastifyReply): void {
  if (built === null) throw consoleNotBuilt();
  // Not kept: an old page would ask for assets that are gone.
  void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(built.page);
}
