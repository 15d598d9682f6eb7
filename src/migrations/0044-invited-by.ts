import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/** Who gave out the link of an invitation, to be named by it. A former version leaves it as it is, and so may name who gave out the one before. */
export class InvitedBy1790000000044 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'invitations', 'invited_by', `${columnTypes(runner).id} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitations DROP COLUMN invited_by');
  }
}
