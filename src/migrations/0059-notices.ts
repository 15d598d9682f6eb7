import { type QueryRunner } from 'typeorm';
import { addColumn, type ColumnTypes, columnTypes, type StatedMigration } from '../platform/database';

/**
 * Notices to people, and what they choose to be told; and when the next notice of a secret's expiry is due, computed by the
 * database, so that those that are due are found by an index. A former version neither tells people nor reads it.
 */
export class Notices1790000000059 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(
      runner,
      'key_secrets',
      'notice_due_at',
      `${t.time} GENERATED ALWAYS AS (${dueAt}) VIRTUAL`,
    );
    await runner.query('CREATE INDEX key_secrets_notice_due ON key_secrets (notice_due_at)');
    await runner.query(`${notifications(t)} ${t.table}`);
    await runner.query('CREATE INDEX notifications_list ON notifications (company_id, user_id, id)');
    await runner.query('CREATE INDEX notifications_unread ON notifications (company_id, user_id, read_at)');
    await runner.query('CREATE INDEX notifications_at ON notifications (at)');
    await runner.query(`${preferences(t)} ${t.table}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON key_secrets' : '';
    await runner.query('DROP TABLE notification_preferences');
    await runner.query('DROP TABLE notifications');
    await runner.query(`DROP INDEX key_secrets_notice_due${onTable}`);
    await runner.query('ALTER TABLE key_secrets DROP COLUMN notice_due_at');
  }
}

const dayMs = 86_400_000;

// What lists are sorted by knows no end of an imported secret that nobody uses.
const end = `CASE WHEN seen_by IS NOT NULL AND (listed_expires_at IS NULL OR seen_by < listed_expires_at)
  THEN seen_by ELSE listed_expires_at END`;

// Told is what lies before this.
const told = 'COALESCE(noticed_at, issued_at)';

const whenDaysBefore = (days: number): string =>
  `WHEN ${end} > ${told} + ${days * dayMs} THEN ${end} - ${days * dayMs}`;

const dueAt = `CASE WHEN superseded_at IS NOT NULL THEN NULL
  ${[30, 7, 1].map(whenDaysBefore).join('\n  ')} ELSE NULL END`;

/** One for each event and member who is told of it. */
function notifications(t: ColumnTypes): string {
  return `CREATE TABLE notifications (
    id ${t.id} NOT NULL PRIMARY KEY,
    company_id ${t.id} NOT NULL,
    user_id ${t.id} NOT NULL,
    seq ${t.count} NOT NULL,
    at ${t.time} NOT NULL,
    type ${t.text(64)} NOT NULL,
    target_id ${t.id} NOT NULL,
    facts ${t.json} NOT NULL,
    read_at ${t.time} NULL,
    CONSTRAINT notifications_of_member FOREIGN KEY (company_id, user_id)
      REFERENCES members (company_id, user_id) ON DELETE CASCADE,
    CONSTRAINT notifications_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
  )`;
}

/** What differs from what everybody is told at first. */
function preferences(t: ColumnTypes): string {
  return `CREATE TABLE notification_preferences (
    company_id ${t.id} NOT NULL,
    user_id ${t.id} NOT NULL,
    topic ${t.text(32)} NOT NULL,
    inbox ${t.flag} NOT NULL,
    mail ${t.flag} NOT NULL,
    PRIMARY KEY (company_id, user_id, topic),
    CONSTRAINT notification_preferences_of_member FOREIGN KEY (company_id, user_id)
      REFERENCES members (company_id, user_id) ON DELETE CASCADE,
    CONSTRAINT notification_preferences_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
  )`;
}
