import { type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type EventEntity } from './event.entity';

const columns =
  'seq, company_id, at, type, actor_kind, actor_id, actor_name, target_type, target_id, data, hash';

/** Writes rows in one statement. Every act waits for it, so it goes to the driver as it is: TypeORM takes longer to build it. */
export async function insertEvents(tx: Tx, rows: readonly EventEntity[]): Promise<void> {
  const places = rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
  await managerOf(tx).query(`INSERT INTO events (${columns}) VALUES ${places}`, rows.flatMap(valuesOf));
}

function valuesOf(row: EventEntity): unknown[] {
  return [
    ...[row.seq, row.companyId, row.at.getTime(), row.type, row.actorKind, row.actorId, row.actorName],
    ...[row.targetType, row.targetId, row.data, row.hash],
  ];
}
