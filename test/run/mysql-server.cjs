'use strict';

const { execFileSync, spawn } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const mysql2 = require('mysql2/promise');
const { asRoot } = require('./mysql-programs.cjs');

const startDeadlineMs = 60_000;

/** What is written outlives the server's process, but need not outlive the machine. */
const speed = ['--sync-binlog=0', '--skip-log-bin', '--innodb-buffer-pool-size=256M'];

/** Without these each COMMIT waits for the disk, and each table that is made: migrating takes 3 s instead of 0.6 s. */
const noSync = [
  '--innodb-flush-log-at-trx-commit=2',
  '--innodb-flush-method=nosync',
  '--loose-debug-no-sync',
];

const onDisk = ['--innodb-flush-log-at-trx-commit=1'];

/**
 * Starts a server of our own: an empty directory, a free port of 127.0.0.1, one user with a password made up here.
 *
 * @param programs what findServer() returned
 * @param choice `durable: true` makes it wait for the disk as in production, for those who measure
 * @returns once it answers, `{url, pid, kill, again, close}`: its process now; `kill` ends that without warning; `again` starts
 * another on the same data and port; `close` ends it and removes its directory, as leaving the process does
 * @throws with the last lines of the server's log where it does not answer within a minute
 */
async function startServer({ server, install }, { durable = false } = {}) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'kunci-sql-'));
  const running = { directory, child: null };
  const close = () => stop(running);
  process.once('exit', close);
  try {
    // Of its own: a server that starts removes what looks like a temporary table, also that of another in the same folder.
    const tmpdir = path.join(directory, 'tmp');
    fs.mkdirSync(tmpdir);
    const env = { ...process.env, TMPDIR: tmpdir };
    execFileSync(...install(path.join(directory, 'data')), { stdio: 'pipe', env });
    const url = new URL(`mysql://kunci:${randomBytes(16).toString('hex')}@127.0.0.1:${await freePort()}`);
    const args = [...serverArgs(directory, url), ...(durable ? onDisk : noSync)];
    const again = async () => {
      running.child = spawn(server, args, { stdio: 'ignore' });
      await answers(url, running);
    };
    await again();
    return { url: url.href, pid: () => running.child.pid, kill: () => killed(running.child), again, close };
  } catch (error) {
    const log = lastLines(path.join(directory, 'log'));
    close();
    throw new Error(`${error.message} ${log}`.trim(), { cause: error });
  }
}

function serverArgs(directory, url) {
  const initFile = path.join(directory, 'init.sql');
  const user = `'${url.username}'@'127.0.0.1'`;
  const statements = [
    `CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${url.password}';`,
    `GRANT ALL ON *.* TO ${user} WITH GRANT OPTION;`,
  ];
  fs.writeFileSync(initFile, `${statements.join('\n')}\n`, { mode: 0o600 });
  const files = {
    datadir: 'data',
    tmpdir: 'tmp',
    socket: 'socket',
    'pid-file': 'pid',
    'log-error': 'log',
    'init-file': 'init.sql',
  };
  return [
    '--no-defaults',
    ...asRoot(),
    ...Object.entries(files).map(([option, name]) => `--${option}=${path.join(directory, name)}`),
    '--bind-address=127.0.0.1',
    `--port=${url.port}`,
    '--loose-mysqlx=OFF',
    '--skip-name-resolve',
    '--max-connections=500',
    '--character-set-server=utf8mb4',
    ...speed,
  ];
}

async function answers(url, running) {
  const deadline = Date.now() + startDeadlineMs;
  for (;;) {
    try {
      const connection = await mysql2.createConnection(url.href);
      return await connection.end();
    } catch (error) {
      const over = running.child.exitCode !== null || Date.now() > deadline;
      if (over) throw error;
      await sleep(50);
    }
  }
}

function killed(child) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  return ended;
}

/** Synchronous, because an exit listener must do it too; killed, because nothing in it is worth a clean shutdown. */
function stop({ directory, child }) {
  child?.kill('SIGKILL');
  fs.rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function lastLines(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : '';
}

module.exports = { startServer };
