'use strict';

/*
 * Loaded before the server's own code (`NODE_OPTIONS=--require`): when the server listens, its routes with their hooks and
 * error handlers, and its plugins, are written to the log.
 */

const { subscribe } = require('node:diagnostics_channel');

subscribe('fastify.initialization', ({ fastify }) => {
  fastify.addHook('onListen', function tell(done) {
    const routes = fastify.printRoutes({
      commonPrefix: false,
      includeHooks: true,
      includeMeta: ['errorHandler'],
    });
    console.log(JSON.stringify({ msg: 'composition', routes, plugins: fastify.printPlugins() }));
    done();
  });
});
