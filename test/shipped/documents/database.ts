import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { type Substitutions } from './follow';
import { type Walk } from './walks';

/** What the documents call the database server of a reader. */
export interface Database {
  readonly substitutions: Substitutions;
  /** For the terminal: the administrator of the server. */
  readonly env: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

/**
 * The server, user and database used instead of those in the documents. Their names are made up, because the server is shared
 * with other suites, one of whose users is called kunci as well.
 */
export function databaseFor({ onMysql }: Walk): Database {
  const url = process.env['KUNCI_TEST_DATABASE_URL'];
  if (!onMysql || url === undefined) return { substitutions: [], env: {}, drop: () => Promise.resolve() };
  const name = `documents_${randomBytes(4).toString('hex')}`;
  return {
    substitutions: [
      ['mysql://kunci:', `mysql://${name}:`],
      ['127.0.0.1:3306/kunci', `${new URL(url).host}/${name}`],
      ["'kunci'@", `'${name}'@`],
      ['DATABASE kunci', `DATABASE ${name}`],
      ['ON kunci.', `ON ${name}.`],
    ],
    env: { KUNCI_TEST_DATABASE_URL: url },
    drop: async () => {
      const connection = await createConnection(url);
      await connection.query(`DROP DATABASE IF EXISTS ${name}`);
      await connection.query(`DROP USER IF EXISTS '${name}'@'%'`);
      await connection.end();
    },
  };
}
