import { Inject, Injectable } from '@nestjs/common';
import { Metrics } from '../platform';
import { DATABASE, type Database } from '../platform/database';

/** Shows how busy the database is with this process. */
@Injectable()
export class DatabaseFigures {
  constructor(@Inject(DATABASE) { activity }: Database, metrics: Metrics) {
    const statements = 'Statements that were sent, by what the connection is for.';
    metrics.counted('kunci_database_statements_total', statements, ['side'], () =>
      activity.map(({ side, statements: count }) => [{ side }, count]),
    );
    const open = 'Open connections to MySQL or MariaDB, by what they are for.';
    metrics.measured('kunci_database_connections', open, ['side', 'state'], () =>
      activity.flatMap(({ side, connections: { used, idle } }) => [
        [{ side, state: 'used' }, used],
        [{ side, state: 'idle' }, idle],
      ]),
    );
    const waiting = 'Pieces of work that wait for a connection.';
    metrics.measured('kunci_database_waiting', waiting, ['side'], () =>
      activity.map(({ side, waiting: count }) => [{ side }, count]),
    );
  }
}
