import { type QueryRunner } from 'typeorm';
import { type StatedMigration } from '../platform/database';

/** What someone did in a company is asked for when they leave it: without this, all that ever happened there would be read. */
export class EventsByActor1790000000049 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX events_actor ON events (company_id, actor_id, seq, type)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON events' : '';
    await runner.query(`DROP INDEX events_actor${onTable}`);
  }
}
