'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

/**
 * Looks for a database server on this machine, in PATH and where distributions put what is not meant for users.
 *
 * @returns `{server, install}`: the path of the server and the command that fills an empty data directory, as
 * `(directory) => [file, args]`; or null
 */
function findServer() {
  const server = find('mariadbd') ?? find('mysqld');
  if (server === null) return null;
  // Where MariaDB stands in for MySQL its mysqld is a MariaDB, which does not have --initialize.
  const version = execFileSync(server, ['--no-defaults', '--version'], { encoding: 'utf8', stdio: 'pipe' });
  return /mariadb/i.test(version) ? mariadb(server) : mysql(server);
}

function mariadb(server) {
  const installer = find('mariadb-install-db') ?? find('mysql_install_db');
  if (installer === null) return null;
  const args = ['--no-defaults', ...asRoot(), '--skip-test-db', '--auth-root-authentication-method=normal'];
  return { server, install: (directory) => [installer, [...args, `--datadir=${directory}`]] };
}

function mysql(server) {
  const args = ['--no-defaults', ...asRoot(), '--initialize-insecure'];
  return { server, install: (directory) => [server, [...args, `--datadir=${directory}`]] };
}

/** The servers refuse to run as root unless told so; any other user they run as without a word. */
function asRoot() {
  return process.getuid() === 0 ? ['--user=root'] : [];
}

function find(program) {
  const directories = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/sbin',
    '/usr/bin',
    '/usr/libexec',
  ];
  const candidates = directories.filter(Boolean).map((directory) => path.join(directory, program));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

module.exports = { findServer, asRoot };
