'use strict';

const { findServer } = require('./mysql-programs.cjs');
const { startServer } = require('./mysql-server.cjs');

/**
 * A MySQL or MariaDB server on which the specs may create databases.
 *
 * @param givenUrl the server to use; where absent, a private one is started from the programs of this machine
 * @param choice as for `startServer`
 * @returns `{url, close}`, or `{reason}` where there is none. `close` stops a private server and removes what it wrote.
 */
async function openMysql(givenUrl, choice) {
  if (givenUrl) return { url: givenUrl, close: () => undefined };
  const programs = findServer();
  if (programs === null)
    return { reason: 'no TEST_DATABASE_URL, and neither mariadbd nor mysqld is installed.' };
  try {
    return await startServer(programs, choice);
  } catch (error) {
    return { reason: `${programs.server} did not start. ${error.message}` };
  }
}

module.exports = { openMysql };
