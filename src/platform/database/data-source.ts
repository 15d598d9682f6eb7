import { type Database as SqliteConnection } from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type MigrationInterface, type MixedList } from 'typeorm';
import { type DatabaseConfig } from '../config';
import { SideActivity, StatementCount } from './activity';
import { IdleConnections } from './mysql-deadlines';
import { MysqlPulse } from './mysql-pulse';
import { boundsOf, type ConnectionRole, mysqlDriver, type SharedServer } from './mysql-session';

/** The class of a migration. */
export type MigrationClass = new () => MigrationInterface;

/** What the composition root knows and the platform does not. */
export interface DatabaseSchema {
  readonly entities: Extract<DataSourceOptions['entities'], MixedList<unknown>>;
  /** In the order they run, which is that of the numbers in their names. */
  readonly migrations: readonly MigrationClass[];
}

/**
 * One data source; it is not connected yet.
 * @param server is shared by those of the same MySQL server.
 * @param activity counts what is done through it.
 */
export function dataSource(
  config: DatabaseConfig,
  schema: DatabaseSchema,
  role: ConnectionRole,
  server = aServer(),
  activity = new SideActivity(role),
): DataSource {
  const shared = {
    entities: schema.entities,
    migrations: role === 'migrate' ? [...schema.migrations] : [],
    migrationsTableName: 'migrations',
    synchronize: false,
    logging: false,
    logger: new StatementCount(activity),
  } as const;
  switch (config.kind) {
    case 'sqlite':
      return new DataSource({ ...shared, ...sqliteOptions(config.file, role) });
    case 'mysql':
      return new DataSource({ ...shared, ...mysqlOptions(config.url, role, server, activity) });
  }
}

export function aServer(): SharedServer {
  return { idle: new IdleConnections(), pulse: new MysqlPulse() };
}

function sqliteOptions(file: string, role: ConnectionRole) {
  return {
    type: 'better-sqlite3',
    database: file,
    readonly: role === 'read',
    fileMustExist: role === 'read',
    enableWAL: role !== 'read',
    prepareDatabase: (connection: SqliteConnection) => {
      if (role !== 'read') connection.pragma('synchronous = FULL');
    },
  } as const;
}

function mysqlOptions(url: string, role: ConnectionRole, server: SharedServer, activity: SideActivity) {
  const { connections, connectMs, queueLimit } = boundsOf[role];
  return {
    type: 'mysql',
    url,
    driver: mysqlDriver(role, server, activity),
    timezone: 'Z',
    charset: 'utf8mb4',
    connectTimeout: connectMs,
    poolSize: connections,
    supportBigNumbers: true,
    bigNumberStrings: false,
    extra: { queueLimit, maxIdle: connections, enableKeepAlive: true },
  } as const;
}
