import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { trimPasted } from '../../libs/api-key';
import { skeletonOf } from '../platform/names';
import { columnTypes } from '../platform/database';

/**
 * By what no two roles of a company are alike. Roles that are alike already are all kept: the first, system roles before
 * others, has the plain skeleton, and the id stands behind that of each other one. Null may be there any number of times,
 * so that a former version can run beside this one.
 *
 * Usernames also lose the quotes at their ends, which are no longer read. One stays as it is where the name without them
 * is somebody else's, or too short.
 */
export class NameSkeletons1790000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`ALTER TABLE roles ADD COLUMN name_skeleton ${t.text(255)} NULL`);
    await fillSkeletons(runner);
    await runner.query('CREATE UNIQUE INDEX roles_skeleton ON roles (company_id, name_skeleton)');
    await unquoteUsernames(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON roles' : '';
    await runner.query(`DROP INDEX roles_skeleton${onTable}`);
    await runner.query('ALTER TABLE roles DROP COLUMN name_skeleton');
  }
}

interface RoleRow {
  readonly id: string;
  readonly company_id: string;
  readonly name: string;
}

async function fillSkeletons(runner: QueryRunner): Promise<void> {
  const rows = await runner.manager.query<RoleRow[]>(
    'SELECT id, company_id, name FROM roles ORDER BY company_id, CASE WHEN system_code IS NULL THEN 1 ELSE 0 END, id',
  );
  const taken = new Set<string>();
  for (const { id, company_id, name } of rows) {
    const plain = skeletonOf(name);
    const isTaken = taken.has(`${company_id} ${plain}`);
    taken.add(`${company_id} ${plain}`);
    const skeleton = isTaken ? `${plain} ${id}` : plain;
    await runner.query('UPDATE roles SET name_skeleton = ? WHERE id = ?', [skeleton, id]);
  }
}

const shortestUsername = 3;

async function unquoteUsernames(runner: QueryRunner): Promise<void> {
  const rows = await runner.manager.query<{ id: string; username: string }[]>(
    'SELECT id, username FROM users',
  );
  for (const { id, username } of rows) {
    const bare = trimPasted(username);
    if (bare === username || bare.length < shortestUsername) continue;
    const others = await runner.manager.query<unknown[]>('SELECT 1 FROM users WHERE username = ?', [bare]);
    if (others.length === 0) await runner.query('UPDATE users SET username = ? WHERE id = ?', [bare, id]);
  }
}
