import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { leashPid } from './leash';
import { TcpProxy } from './tcp-proxy';

interface PrivateServer {
  readonly url: string;
  pid(): number;
  kill(): Promise<void>;
  again(): Promise<void>;
  close(): void;
}

interface Programs {
  readonly server: string;
}

const { findServer } = jest.requireActual<{ findServer(): Programs | null }>('../run/mysql-programs.cjs');
interface Choice {
  /** Whether it waits for the disk as in production. */
  readonly durable?: boolean;
}

const { startServer } = jest.requireActual<{
  startServer(programs: Programs, choice: Choice): Promise<PrivateServer>;
}>('../run/mysql-server.cjs');

/** A database server that one suite has for itself, and may do anything to. */
export interface OwnServer {
  /** A new, empty database on it. @returns its address. */
  database(): Promise<string>;
  /** Stops it in the middle of its work. Connections stay open, and nothing answers. */
  freeze(): void;
  wake(): Promise<void>;
  /** Ends it without warning. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port, after a kill. */
  again(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a MariaDB or MySQL of our own. Where only somebody else's server was named and no program is installed, a network
 * before that server stands in: a server that is frozen or gone looks from here as if the network were.
 */
export async function anOwnServer(choice: Choice = {}): Promise<OwnServer> {
  const programs = findServer();
  return programs ? ownProcess(await startServer(programs, choice)) : await standIn();
}

function ownProcess(server: PrivateServer): OwnServer {
  let release = leashPid(server.pid());
  return {
    database: () => newDatabase(server.url),
    freeze: () => void process.kill(server.pid(), 'SIGSTOP'),
    wake: async () => void process.kill(server.pid(), 'SIGCONT'),
    kill: async () => {
      await server.kill();
      release();
    },
    again: async () => {
      await server.again();
      release = leashPid(server.pid());
    },
    close: async () => {
      server.close();
      release();
    },
  };
}

async function standIn(): Promise<OwnServer> {
  const url = process.env['KUNCI_TEST_DATABASE_URL'] ?? '';
  const network = await TcpProxy.before(url);
  const made: string[] = [];
  return {
    database: async () => {
      const address = await newDatabase(url);
      made.push(address);
      return network.through(address);
    },
    freeze: () => network.freeze(),
    wake: () => network.heal(),
    kill: () => network.cut(),
    again: () => network.heal(),
    close: async () => {
      await network.close();
      for (const address of made) await onServer(url, `DROP DATABASE ${new URL(address).pathname.slice(1)}`);
    },
  };
}

async function newDatabase(serverUrl: string): Promise<string> {
  const address = new URL(serverUrl);
  const name = `kunci_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  address.pathname = `/${name}`;
  return address.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
