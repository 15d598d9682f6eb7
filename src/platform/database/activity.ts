import { type Pool, type PoolConnection } from 'mysql2';
import { AdvancedConsoleLogger } from 'typeorm';
import { type BoundedPool } from './mysql-deadlines';
import { streamOf } from './mysql-drop';

/** How busy one side of the database is, for the figures of this process. */
export class SideActivity {
  statements = 0;
  /** How many wait for a connection. Always 0 on SQLite. */
  waiting = 0;
  private readonly open = new Set<PoolConnection>();
  private readonly idle = new Set<PoolConnection>();

  /** @param side what its connections are for. */
  constructor(readonly side: string) {}

  /** How many connections there are; on SQLite they are not counted. */
  get connections(): { readonly used: number; readonly idle: number } {
    return { used: this.open.size - this.idle.size, idle: this.idle.size };
  }

  watch(pool: Pick<Pool, 'on'>): void {
    pool.on('connection', (connection: PoolConnection) => this.opened(connection));
    pool.on('release', (connection) => {
      if (this.open.has(connection)) this.idle.add(connection);
    });
    pool.on('acquire', (connection) => this.idle.delete(connection));
  }

  /** The same pool; those who wait for a connection of it are counted. */
  countWaiting(pool: BoundedPool): BoundedPool {
    return {
      getConnection: (callback) => {
        this.waiting += 1;
        pool.getConnection((error, connection) => {
          this.waiting -= 1;
          callback(error, connection);
        });
      },
      end: (callback) => pool.end(callback),
    };
  }

  private opened(connection: PoolConnection): void {
    this.open.add(connection);
    streamOf(connection).once('close', () => {
      this.open.delete(connection);
      this.idle.delete(connection);
    });
  }
}

/** Counts statements where TypeORM would log them, and logs nothing: whoever sent a statement gets its fault. */
export class StatementCount extends AdvancedConsoleLogger {
  constructor(private readonly activity: SideActivity) {
    super(false);
  }

  override logQuery(): void {
    this.activity.statements += 1;
  }
}
