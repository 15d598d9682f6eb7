import { randomBytes } from 'node:crypto';
import { wordsOf } from '../../src/api-keys/lists/name-words';
import { dayMs, Ids } from '../../src/platform';
import { type Tx, UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { type TestApp } from './test-app';

/** A key to be written straight into the tables, as a service would have written it. */
export interface ManyKey {
  readonly kind?: 'company' | 'product' | 'personal';
  readonly name?: string;
  readonly product?: string;
  readonly owner?: string;
  readonly revoked?: boolean;
  readonly deleted?: boolean;
  readonly disabled?: boolean;
  readonly expired?: boolean;
  readonly expiresAt?: Date;
  readonly usedAt?: Date;
}

const rowsAtOnce = 500;
/** As many as are written long before a unit of work has to end. */
const keysInUnit = 1_000;

/** Writes keys many at once, the last one newest. @param makerId an existing user. @returns their ids. */
export async function writeKeys(
  test: TestApp,
  companyId: string,
  makerId: string,
  keys: readonly ManyKey[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < keys.length; at += keysInUnit)
    ids.push(...(await writeSome(test, companyId, makerId, keys.slice(at, at + keysInUnit))));
  return ids;
}

async function writeSome(
  test: TestApp,
  companyId: string,
  makerId: string,
  keys: readonly ManyKey[],
): Promise<string[]> {
  const [ids, now] = [test.app.get(Ids), test.clock.now().getTime()];
  const rows = keys.map((key) => {
    const [id, { kind = 'company', name = 'Robot' }] = [ids.next(), key];
    return {
      key: {
        ...{ id, company_id: companyId, kind, name, name_folded: name.toLowerCase(), words_of: name },
        ...{ product_code: key.product ?? null, owner_id: key.owner ?? null },
        ...{ created_at: now, created_by: makerId, deleted_at: key.deleted ? now : null },
        ...{ disabled_at: key.disabled ? now : null },
        ...{ revoked_at: key.revoked || key.deleted ? now : null },
      },
      secret: {
        ...{
          id: ids.next(),
          company_id: companyId,
          key_id: id,
          digest: randomBytes(32),
          pepper_version: 'v1',
        },
        ...{
          start: 'kunci_abcd',
          last4: 'wxyz',
          issued_at: now,
          expires_at: key.expired ? now - dayMs : (key.expiresAt?.getTime() ?? null),
        },
      },
      uses: key.usedAt ? [{ company_id: companyId, key_id: id, last_used_at: key.usedAt.getTime() }] : [],
      words: wordsOf(name).map((word) => ({ company_id: companyId, kind, word, key_id: id })),
    };
  });
  await test.app.get(UnitOfWork).run(async (tx) => {
    await insert(
      tx,
      'api_keys',
      rows.map(({ key }) => key),
    );
    await insert(
      tx,
      'key_secrets',
      rows.map(({ secret }) => secret),
    );
    await insert(
      tx,
      'key_words',
      rows.flatMap(({ words }) => words),
    );
    await insert(
      tx,
      'key_usage',
      rows.flatMap(({ uses }) => uses),
    );
  });
  return rows.map(({ key }) => key.id);
}

/** So many more companies, with names alone. @returns their ids. */
export async function writeCompanies(test: TestApp, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => test.app.get(Ids).next());
  const rows = ids.map((id) => ({
    id,
    name: 'Other',
    slug: `other-${id}`,
    status: 'approved',
    created_at: 0,
  }));
  await test.app.get(UnitOfWork).run((tx) => insert(tx, 'companies', rows));
  return ids;
}

async function insert(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce);
    const columns = Object.keys(some[0] ?? {});
    const places = some.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
    const values = some.flatMap((row) => columns.map((column) => row[column]));
    await managerOf(tx).query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places}`, values);
  }
}
