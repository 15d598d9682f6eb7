import { createHash } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { ownComposition } from '../../src/composition';
import { loadConfig } from '../../src/platform/config';
import { dataSource } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { createTestDatabase, startApp, type TestDatabase } from '../support';
import { TestClock } from '../support/test-clock';

const own = ownComposition().schema;
const { migrations } = own;

const name = 'InvitationsWithoutPeople1790000000015';
const day = 24 * 60 * 60_000;
const chosen = 'a password of my own';
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [acme, other] = [idOf(1), idOf(2)];
const [pending, known, left, owner] = [idOf(11), idOf(12), idOf(13), idOf(14)];
const [acmeRole, otherRole] = [idOf(21), idOf(22)];

/**
 * A database as it was before: one person whom two companies invited and nobody else knows, one with an account, one who
 * was cancelled, and one who was deactivated before they ever joined.
 */
function formerRows(now: number): [table: string, row: Record<string, unknown>][] {
  const user = (id: string, username: string, isPending: number) =>
    [
      'users',
      { id, username, password_hash: 'x', created_at: now, operator: 0, pending: isPending },
    ] as const;
  const company = (id: string, slug: string) =>
    ['companies', { id, name: slug, slug, status: 'approved', created_at: now }] as const;
  const role = (id: string, company_id: string) =>
    ['roles', { id, company_id, name: 'Clerk', permissions: '["users:read"]' }] as const;
  const member = (company_id: string, user_id: string, status: string, joined: number) =>
    ['members', { company_id, user_id, status, created_at: now, joined }] as const;
  const invitation = (company_id: string, user_id: string, token: string) =>
    ['invitations', { company_id, user_id, token_hash: hashOf(token), expires_at: now + day }] as const;
  const rows = [
    company(acme, 'acme'),
    company(other, 'other'),
    role(acmeRole, acme),
    role(otherRole, other),
    user(pending, 'new@people.test', 1),
    user(known, 'known@people.test', 0),
    user(left, 'left@people.test', 1),
    user(owner, 'owner@people.test', 0),
    member(acme, owner, 'active', 1),
    member(acme, pending, 'invited', 0),
    member(other, pending, 'invited', 0),
    member(acme, known, 'deactivated', 0),
    member(other, known, 'invited', 0),
    ['member_roles', { company_id: acme, user_id: pending, role_id: acmeRole }] as const,
    ['member_roles', { company_id: other, user_id: known, role_id: otherRole }] as const,
    ['member_roles', { company_id: acme, user_id: owner, role_id: acmeRole }] as const,
    invitation(acme, pending, 'acme-pending'),
    invitation(other, pending, 'other-pending'),
    invitation(other, known, 'other-known'),
  ];
  return rows.map(([table, row]) => [table, row]);
}

describe('the migration of invitations', () => {
  let database: TestDatabase;
  const clock = new TestClock();
  const now = clock.now().getTime();

  beforeEach(async () => {
    database = await createTestDatabase();
    await migrate(source(before));
    await within(source(before), async (open) => {
      for (const [table, row] of formerRows(now)) await insert(open, table, row);
    });
  });
  afterEach(() => database.drop());

  const at = migrations.findIndex((migration) => migration.name === name);
  const before = migrations.slice(0, at);
  const source = (some: typeof migrations): DataSource =>
    dataSource(loadConfig(database.env).database, { ...own, migrations: some }, 'migrate');
  const read = (sql: string): Promise<unknown[]> =>
    within(source([]), async (open) => {
      const rows: Record<string, unknown>[] = await open.query(sql);
      return rows.map((row) =>
        Object.values(row).map((value) => (typeof value === 'bigint' ? Number(value) : value)),
      );
    });

  it('keeps who is invited, and makes nobody of them', async () => {
    await migrate(source(migrations.slice(0, at + 1)));

    expect(
      await read('SELECT company_id, id, username, status FROM invitations ORDER BY id, company_id'),
    ).toEqual([
      [acme, pending, 'new@people.test', 'invited'],
      [other, pending, 'new@people.test', 'invited'],
      [acme, known, 'known@people.test', 'deactivated'],
      [other, known, 'known@people.test', 'invited'],
    ]);
    expect(await read('SELECT invitation_id, role_id FROM invitation_roles ORDER BY role_id')).toEqual([
      [pending, acmeRole],
      [known, otherRole],
    ]);
    expect(await read('SELECT username FROM users ORDER BY username')).toEqual([
      ['known@people.test'],
      ['owner@people.test'],
    ]);
    expect(await read('SELECT user_id FROM members')).toEqual([[owner]]);
  });

  it('keeps the tokens of open invitations good', async () => {
    const test = await startApp({ on: { database, clock } });
    try {
      const redeem = (token: string) => test.anyone.post('/invitations/redeem', { token, password: chosen });

      expect(await redeem('acme-pending')).toMatchObject({
        status: 200,
        body: { company: { slug: 'acme' } },
      });
      expect(await redeem('other-pending')).toMatchObject({
        status: 200,
        body: { company: { slug: 'other' } },
      });
      const person = await test.anyone.signIn('new@people.test', chosen);
      const { body } = await person.get('/sessions/current');
      expect(body).toMatchObject({ user: { id: pending }, companies: [{ slug: 'acme' }, { slug: 'other' }] });
    } finally {
      await test.close();
    }
  });

  it('leads back, with open invitations and whoever was invited since', async () => {
    await migrate(source(migrations.slice(0, at + 1)));
    await within(source([]), (open) =>
      insert(open, 'invitations', {
        company_id: acme,
        id: idOf(31),
        username: 'since@people.test',
        status: 'invited',
        token_hash: hashOf('since'),
        expires_at: now + day,
        created_at: now,
      }),
    );

    await within(source(migrations.slice(0, at + 1)), (open) =>
      open.undoLastMigration({ transaction: 'none' }),
    );

    const people = 'SELECT username, pending FROM users ORDER BY username';
    expect(await read(people)).toEqual([
      ['known@people.test', 0],
      ['new@people.test', 1],
      ['owner@people.test', 0],
      ['since@people.test', 1],
    ]);
    const members = 'SELECT company_id, user_id, status, joined FROM members ORDER BY user_id, company_id';
    expect(await read(members)).toEqual([
      [acme, pending, 'invited', 0],
      [other, pending, 'invited', 0],
      [acme, known, 'deactivated', 0],
      [other, known, 'invited', 0],
      [acme, owner, 'active', 1],
      [acme, idOf(31), 'invited', 0],
    ]);
    expect(await read('SELECT COUNT(*) FROM invitations')).toEqual([[4]]);
    expect(await read('SELECT user_id, role_id FROM member_roles ORDER BY user_id, role_id')).toEqual([
      [pending, acmeRole],
      [known, otherRole],
      [owner, acmeRole],
    ]);
  });
});

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

async function insert(open: DataSource, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  await open.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, Object.values(row));
}

async function within<T>(source: DataSource, work: (open: DataSource) => Promise<T>): Promise<T> {
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
