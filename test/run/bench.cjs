'use strict';

/*
 * npm run bench [-- --quick]
 *
 * Measures what docs/performance.md tells, prints it as a table, and writes bench/results.json and the table of that page.
 * `--quick` is for trying: smaller, with fewer rounds, and nothing is written.
 *
 * A database is made at TEST_DATABASE_URL, or on a private server from the programs of this machine.
 */

const { execFileSync, spawn } = require('node:child_process');
const { cpSync, existsSync } = require('node:fs');
const path = require('node:path');
const mysql2 = require('mysql2/promise');
const { openMysql } = require('./mysql.cjs');

const root = path.resolve(__dirname, '../..');

/** A private server is made for tests. For figures it must hold its tables in memory, and write to the disk at each commit. */
const asInProduction = [
  'SET GLOBAL innodb_buffer_pool_size = 3 * 1024 * 1024 * 1024',
  'SET GLOBAL innodb_flush_log_at_trx_commit = 1',
];

main(process.argv.slice(2)).catch((fault) => {
  console.error(fault);
  process.exitCode = 1;
});

async function main(args) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  // It is measured with what ships: the console has routes, too.
  execFileSync('npm', ['run', 'build:console', '--silent'], { cwd: root, stdio: 'inherit' });
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.bench.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  installPeer();
  const mysql = await openMysql(process.env.TEST_DATABASE_URL, { durable: true });
  if (!mysql.url) throw new Error(`There is nothing to measure on: ${mysql.reason}`);
  try {
    if (!process.env.TEST_DATABASE_URL) await furnish(mysql.url);
    process.exitCode = await bench(args, mysql.url);
  } finally {
    mysql.close();
  }
}

/** A peer has packages of its own, which nothing else needs. They stay out of the sources, which the tools of the house read. */
function installPeer() {
  const installed = path.join(root, 'node_modules/.cache/bench-better-auth');
  cpSync(path.join(root, 'test/bench/peers/better-auth'), installed, { recursive: true });
  if (!existsSync(path.join(installed, 'node_modules')))
    execFileSync('npm', ['ci'], { cwd: installed, stdio: 'inherit' });
}

async function furnish(url) {
  const connection = await mysql2.createConnection(url);
  for (const statement of asInProduction) await connection.query(statement);
  await connection.end();
}

function bench(args, url) {
  const child = spawn(process.execPath, ['dist/test/bench/processes/bench.js', ...args], {
    cwd: root,
    env: { ...process.env, KUNCI_TEST_DATABASE_URL: url },
    stdio: 'inherit',
  });
  // A private server must not outlive us, nor those who measure on it.
  process.once('exit', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => resolve(code ?? 1)).once('error', reject),
  );
}
