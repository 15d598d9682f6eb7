'use strict';

/*
 * npm run dev
 *
 * The server, compiled and started again after every change of `src` or `libs`, and beside it the console from Vite, which
 * replaces what changes in the open page. Browsers see one origin, Vite's, which hands API calls on to the server. Ctrl-C
 * ends both, and so does the end of either.
 *
 * PORT (3000) is the server's port, CONSOLE_PORT (5173) Vite's. All other settings are the server's own.
 */

const { concurrently } = require('concurrently');

const host = '127.0.0.1';
const port = process.env.PORT || '3000';
const consolePort = process.env.CONSOLE_PORT || '5173';

const { result } = concurrently(
  [
    {
      name: 'server',
      // Without a shell between them, the old server has let go of its database before the new one starts.
      command: 'nest start --watch --preserveWatchOutput --no-shell',
      // The origin that browsers see. The banner prints it, and a changing request is accepted from there.
      env: { HOST: host, PORT: port, PUBLIC_URL: `http://${host}:${consolePort}` },
    },
    {
      name: 'console',
      command: 'vite console --strictPort',
      env: { HOST: host, PORT: port, CONSOLE_PORT: consolePort },
    },
  ],
  { killOthersOn: ['failure', 'success'], prefixColors: ['blue', 'green'] },
);

result.then(
  () => undefined,
  () => (process.exitCode = 1),
);
