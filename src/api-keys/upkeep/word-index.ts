import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Background, secondMs } from '../../platform';
import { Reader, type Tx, UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { ApiKeyEntity } from '../api-key.entity';
import { KeyWordEntity } from '../lists/key-word.entity';
import { UserEntity } from '../../users';
import { wordsOfAll } from '../lists/name-words';

const everyMs = 10 * secondMs;
/** As many as SQLite indexes in a few milliseconds, for meanwhile nobody else writes. */
const batchSize = 200;
/** Half a million keys take about ten minutes, and a shutdown waits two seconds at most. */
const batchesPerTurn = 40;
const rowsPerStatement = 1_000;

/**
 * Indexes the words of names where that was not done with the name: of all keys after an upgrade, and of those that a former version
 * makes or renames beside this one. Which are due is in the rows themselves, so it goes on where it was cut off, on any number of
 * instances.
 */
@Injectable()
export class WordIndex {
  constructor(
    private readonly reader: Reader,
    private readonly units: UnitOfWork,
    background: Background,
  ) {
    background.every(everyMs, () => this.turn(), 'the words of keys could not be indexed');
  }

  private async turn(): Promise<void> {
    let left = batchesPerTurn;
    while (left > 0 && (await this.batch()) === batchSize) left -= 1;
  }

  /** @returns how many keys were due; 0 when all are indexed. */
  async batch(size = batchSize): Promise<number> {
    const ids = await managerOf(this.reader).query<{ id: string }[]>(
      'SELECT id FROM api_keys WHERE words_due = 1 LIMIT ?',
      [size],
    );
    if (ids.length > 0)
      await this.units.run((tx) =>
        index(
          tx,
          ids.map(({ id }) => id),
        ),
      );
    return ids.length;
  }
}

async function index(tx: Tx, ids: readonly string[]): Promise<void> {
  const manager = managerOf(tx);
  // Found by their ids, and locked in the order that commands lock in: first the key. Nobody renames them until the unit ends.
  const keys = await manager.find(ApiKeyEntity, {
    where: { id: In(ids), wordsDue: true },
    order: { id: 'ASC' },
    ...(tx.dialect === 'mysql' ? { lock: { mode: 'pessimistic_write' } } : {}),
  });
  for (const { id, companyId } of keys) await manager.delete(KeyWordEntity, { companyId, keyId: id });
  const ownerIds = [...new Set(keys.flatMap(({ ownerId }) => ownerId ?? []))];
  const owners = await manager.find(UserEntity, { where: { id: In(ownerIds) } });
  const usernames = new Map(owners.map(({ id, username }) => [id, username]));
  const rows = keys.flatMap((key) => wordRowsOf(key, usernames.get(key.ownerId ?? '') ?? null));
  for (let done = 0; done < rows.length; done += rowsPerStatement)
    await manager.insert(KeyWordEntity, rows.slice(done, done + rowsPerStatement));
  for (const { id, name } of keys) await manager.update(ApiKeyEntity, { id }, { wordsOf: name });
}

function wordRowsOf(
  { id, companyId, kind, name, description }: ApiKeyEntity,
  owner: string | null,
): KeyWordEntity[] {
  return wordsOfAll([name, description, owner]).map((word) => ({ companyId, kind, word, keyId: id }));
}
