import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/** Which service keys are those of gateways, and for whom they may ask for an identity. A former version gives out no identities. */
export class Gateways1790000000051 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'service_keys', 'audiences', `${columnTypes(runner).json} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE service_keys DROP COLUMN audiences');
  }
}
