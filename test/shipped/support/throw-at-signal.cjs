'use strict';

/* Loaded before the server's own code (`NODE_OPTIONS=--require`): a signal makes it throw an exception that nothing catches. */

process.on('SIGUSR2', () => {
  throw new Error('an exception that nothing catches');
});
