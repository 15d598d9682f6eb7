import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownComposition } from '../../src/composition';
import { restoreBackup, type Restored } from '../../src/cli/backup/restore-backup';
import { writeBackup } from '../../src/cli/backup/write-backup';
import { logLines } from '../../src/cli/reapply/log-lines';
import { type Since } from '../../src/cli/reapply/since';
import { loadConfig } from '../../src/platform/config';
import { openReader } from '../../src/platform/database';
import {
  aCompany,
  aKey,
  createTestDatabase,
  password,
  startApp,
  type TestApp,
  TestClock,
  type TestCompany,
  type TestDatabase,
  type TestMember,
} from '../support';
import { type Answer } from '../support/client';
import { aDefinedProduct, type DefinedProduct } from '../support/defined-product';
import { giveTotp, givePin, pin } from '../support/factors';
import { anInvitation } from '../support/invited';
import { anOperator, aProduct, renameCompany, type TestOperator } from '../support/operators';
import { aServiceAccount, type TestServiceAccount } from '../support/service-accounts';
import { queryRows } from '../support/tables';

const secrets = {
  KUNCI_PEPPERS: `v1:${randomBytes(32).toString('base64')}`,
  KUNCI_KEKS: `v1:${randomBytes(32).toString('base64')}`,
  KUNCI_AUDIT_KEY: randomBytes(32).toString('base64'),
};

/** The log behind a position, as `npm run events` writes it. */
async function linesBehind(test: TestApp, after: number): Promise<string[]> {
  const { reader, close } = await openReader(test.config.database, ownComposition().schema);
  const { lines } = await logLines(reader, after);
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  await close();
  return all;
}

/** @throws what an act that should have been done was answered. */
function ok(answer: Answer): Answer {
  if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
  return answer;
}

async function headOf(test: TestApp): Promise<number> {
  const [head] = await queryRows(test, 'SELECT seq FROM event_head');
  return Number(head?.['seq']);
}

type Named = Record<
  | 'kept'
  | 'revoked'
  | 'deleted'
  | 'rotated'
  | 'disabled'
  | 'enabled'
  | 'overlapped'
  | 'expiring'
  | 'product'
  | 'personal'
  | 'suspended'
  | 'closed'
  | 'released'
  | 'machineOff'
  | 'machineGone',
  { id: string; secret: string }
>;

describe('a restore with the events since the backup', () => {
  let folder: string;
  let backup: string;
  let events: string;
  let clock: TestClock;
  let old: TestDatabase;
  let fresh: TestDatabase;
  let before: TestApp;
  let after: TestApp;
  let restored: Restored;
  let position: number;
  let keys: Named;
  let overlapSecret: string;
  let serviceKey: { id: string; secret: string };
  let company: TestCompany;
  let other: TestCompany;
  let closing: TestCompany;
  let accounts: Record<'off' | 'gone', TestServiceAccount>;
  let people: Record<'gone' | 'narrowed' | 'removed' | 'changed' | 'pinned' | 'released', TestMember>;
  let operator: TestOperator;
  let invitation: string;
  let customRole: string;
  let product: string;
  let defined: Record<'changed' | 'retired', DefinedProduct>;

  const boot = (database: TestDatabase): Promise<TestApp> =>
    startApp({ env: secrets, on: { database, clock } });
  const restoreTo = (database: TestDatabase, since: Since | null): Promise<Restored> =>
    restoreBackup(loadConfig({ ...database.env, ...secrets }), ownComposition().schema, backup, since);

  async function furnish(): Promise<void> {
    [company, other, operator] = [
      await aCompany(before),
      await aCompany(before, 'Other'),
      await anOperator(before),
    ];
    closing = await aCompany(before, 'Closing');
    product = await aProduct(operator);
    ok(await operator.client.put(`/platform/companies/${company.id}/products/${product}`, { enabled: true }));
    defined = {
      changed: await aDefinedProduct(operator, ['read', 'refund']),
      retired: await aDefinedProduct(operator, ['read']),
    };
    ok(await company.owner.patch('/settings', { keys: { personal: { enabled: true } } }));
    const member = (): Promise<TestMember> => company.member('member', 'api-key-generate');
    people = {
      ...{ gone: await member(), narrowed: await company.member('admin'), removed: await member() },
      ...{ changed: await member(), pinned: await member(), released: await member() },
    };
    await givePin(people.pinned.client);
    await giveTotp(before, people.pinned.client);
    const make = async (by = company.owner, input = {}): Promise<{ id: string; secret: string }> => {
      const { key, secret } = await aKey(by, input);
      return { id: key.id, secret };
    };
    accounts = {
      off: await aServiceAccount(company, 'usage:read'),
      gone: await aServiceAccount(company, 'usage:read'),
    };
    const machine = (account: TestServiceAccount) =>
      make(company.owner, { kind: 'machine', serviceAccountId: account.id });
    keys = {
      ...{ kept: await make(), revoked: await make(), deleted: await make(), rotated: await make() },
      ...{ overlapped: await make(), expiring: await make(), suspended: await make(other.owner) },
      product: await make(company.owner, { kind: 'product', product }),
      ...{ disabled: await make(), enabled: await make() },
      personal: await make(people.gone.client, { kind: 'personal' }),
      closed: await make(closing.owner),
      released: await make(people.released.client, { kind: 'personal' }),
      ...{ machineOff: await machine(accounts.off), machineGone: await machine(accounts.gone) },
    };
    ok(await company.owner.post(`/keys/${keys.enabled.id}/disable`));
    overlapSecret = keys.overlapped.secret;
    const rotation = await company.owner.post(`/keys/${keys.overlapped.id}/rotate`, {
      overlapSeconds: 86_400,
    });
    keys.overlapped.secret = rotation.body.secret;
    const made = await operator.client.post('/platform/service-keys', { name: 'Backend', product });
    serviceKey = { id: made.body.serviceKey.id, secret: made.body.secret };
    invitation = (await anInvitation(company.owner)).token;
    const role = { name: 'Wide', permissions: ['users:read', 'roles:read'] };
    customRole = (await company.owner.post('/roles', role)).body.id;
  }

  /** Everything that must not come back. */
  async function endThings(): Promise<void> {
    const { owner } = company;
    ok(await owner.post(`/keys/${keys.revoked.id}/revoke`, { reason: 'leaked' }));
    ok(await owner.delete(`/keys/${keys.deleted.id}`));
    ok(await owner.post(`/keys/${keys.disabled.id}/disable`));
    ok(await owner.post(`/keys/${keys.enabled.id}/enable`));
    ok(await owner.post(`/keys/${keys.rotated.id}/rotate`, { overlapSeconds: 0 }));
    ok(await owner.post(`/keys/${keys.overlapped.id}/end-overlap`));
    ok(await owner.patch(`/keys/${keys.overlapped.id}`, { permissions: ['keys:verify'] }));
    const soon = new Date(clock.now().getTime() + 60_000).toISOString();
    ok(await owner.patch(`/keys/${keys.expiring.id}`, { expiresAt: soon, name: 'Soon over' }));
    ok(
      await operator.client.put(`/platform/companies/${company.id}/products/${product}`, { enabled: false }),
    );
    const permissions = defined.changed.permissions('read', 'later');
    ok(await operator.client.patch(`/platform/products/${defined.changed.code}?force=true`, { permissions }));
    ok(await operator.client.post(`/platform/products/${defined.retired.code}/retire`));
    ok(await operator.client.post(`/platform/companies/${other.id}/suspend`, { reason: 'unpaid' }));
    ok(await operator.client.post(`/platform/companies/${closing.id}/close`));
    ok(await operator.client.post(`/platform/users/${people.released.id}/release`));
    await renameCompany(operator, company, 'Renamed since');
    ok(await operator.client.post(`/platform/service-keys/${serviceKey.id}/revoke`));
    const off = { active: false, roles: [], name: 'renamed-since' };
    ok(await owner.patch(`/service-accounts/${accounts.off.id}`, off));
    ok(await owner.delete(`/service-accounts/${accounts.gone.id}`));
    ok(await owner.patch(`/users/${people.gone.id}`, { active: false }));
    ok(await owner.put(`/users/${people.narrowed.id}/roles`, { roles: [company.roleIds.get('member')] }));
    ok(await owner.delete(`/users/${people.removed.id}`));
    ok(await owner.patch(`/roles/${customRole}`, { permissions: ['roles:read'] }));
    ok(await people.changed.client.put('/me/password', { password, newPassword: 'another horse battery' }));
    await givePin(people.pinned.client, '913746');
    await giveTotp(before, people.pinned.client);
    const joined = { token: invitation, password: 'a third horse battery' };
    ok(await before.anyone.post('/invitations/redeem', joined));
    await aKey(owner, { name: 'Made later' });
    clock.advance(120_000);
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kunci-events-'));
    [backup, events] = [join(folder, 'backup'), join(folder, 'events')];
    [clock, old, fresh] = [new TestClock(), await createTestDatabase(), await createTestDatabase()];
    before = await boot(old);
    await furnish();
    await before.settle();
    await writeBackup(before.config, ownComposition().schema, backup, clock.now());
    position = await headOf(before);
    await endThings();
    // What npm prints before a command does no harm.
    const text = ['> kunci@0.2.0 events', '', ...(await linesBehind(before, position))].join('\n');
    writeFileSync(events, `${text}\n`);
  });
  afterAll(async () => {
    await before.close();
    await old.drop();
    rmSync(folder, { recursive: true });
  });

  describe('is refused, and nothing is written,', () => {
    let empty: TestDatabase;
    beforeEach(async () => (empty = await createTestDatabase()));
    afterEach(async () => {
      const { rows } = await restoreTo(empty, 'accept-revived');
      expect(rows).toBeGreaterThan(0);
      await empty.drop();
    });

    const write = (edit: (lines: string[]) => string[]): Since => {
      const file = join(folder, `events-${randomBytes(4).toString('hex')}`);
      writeFileSync(file, edit(readFileSync(events, 'utf8').trimEnd().split('\n').slice(2)).join('\n'));
      return { eventsFile: file };
    };

    it('when nobody says what happened since, telling the position and what to do', async () => {
      await expect(restoreTo(empty, null)).rejects.toThrow(
        new RegExp(`ends at position ${position} [^]*--after ${position} EVENTS[^]*--accept-revived`),
      );
    });

    it.each<[string, (lines: string[]) => string[], string]>([
      ['a missing line', (lines) => lines.toSpliced(3, 1), 'goes on at position'],
      ['a missing beginning', (lines) => lines.slice(1), 'goes on at position'],
      ['lines in another order', ([a = '', b = '', ...rest]) => [b, a, ...rest], 'goes on at position'],
      [
        'another reason',
        (lines) => lines.map((line) => line.replace('leaked', 'tidied')),
        'is changed, of another database',
      ],
      [
        'another company',
        (lines) => lines.map((line) => line.replace(/"companyId":"[^"]*"/, '"companyId":null')),
        'is changed, of another database',
      ],
      [
        'a line of the export of a company',
        (lines) => lines.map((line) => line.replace(/,"companyId".*$/, '}')),
        'the export of a company has none',
      ],
      [
        'a line that is cut off',
        (lines) => [...lines.slice(0, -1), lines.at(-1)?.slice(0, 90) ?? ''],
        'link',
      ],
    ])('with %s', async (_what, edit, why) => {
      await expect(restoreTo(empty, write(edit))).rejects.toThrow(why);
    });

    it('with the log of another installation', async () => {
      const stranger = await startApp();
      await aKey((await aCompany(stranger)).owner);
      const lines = await linesBehind(stranger, 0);
      const from = (at: number) => lines.map((line, index) => line.replace(/\d+/, String(at + index)));
      await expect(
        restoreTo(
          empty,
          write(() => from(position + 1)),
        ),
      ).rejects.toThrow('of another database');
      await expect(
        restoreTo(
          empty,
          write(() => from(position)),
        ),
      ).rejects.toThrow('of another database');
      await stranger.close();
    });
  });

  describe('keeps ended what was ended:', () => {
    beforeAll(async () => {
      restored = await restoreTo(fresh, { eventsFile: events });
      after = await boot(fresh);
    });
    afterAll(async () => {
      await after.close();
      await fresh.drop();
    });

    const use = async (key: string): Promise<unknown> => {
      const { status, body } = await after.anyone.withKey(key).get('/me');
      return status === 200 ? 200 : body.code;
    };
    const signIn = (name: keyof typeof people, secret = password) =>
      after.anyone.signIn(people[name].username, secret);

    it('the keys, each with its own refusal, and the one that was left alone works', async () => {
      const verdicts: Record<string, unknown> = {};
      for (const [name, { secret }] of Object.entries(keys)) verdicts[name] = await use(secret);
      expect(verdicts).toEqual({
        ...{ kept: 200, revoked: 'revoked', deleted: 'revoked', rotated: 'revoked', overlapped: 200 },
        ...{ expiring: 'expired', product: 'product-disabled', personal: 'owner-inactive' },
        ...{ disabled: 'disabled', enabled: 200 },
        ...{ suspended: 'company-suspended', closed: 'company-suspended', released: 'revoked' },
        ...{ machineOff: 'owner-inactive', machineGone: 'owner-inactive' },
      });
      expect(await use(overlapSecret)).toBe('revoked');
      const answer = await after.anyone
        .withKey(serviceKey.secret)
        .post('/keys/verify', { key: keys.product.secret });
      expect(answer.body.code).toBe('revoked');
    });

    it('what a key may no longer do', async () => {
      const invoicesWith = async ({ secret }: { secret: string }) =>
        (await after.anyone.withKey(secret).get('/sales_invoices')).status;
      expect([await invoicesWith(keys.kept), await invoicesWith(keys.overlapped)]).toEqual([200, 403]);
    });

    it('service accounts as they were left, under the names that they had then', async () => {
      const owner = await after.anyone.signIn(`owner@${company.slug}.test`, password);
      const username = `renamed-since@${company.slug}`;
      const off = { name: 'renamed-since', username, roles: [], active: false };
      expect((await owner.get('/service-accounts')).body.data).toEqual([expect.objectContaining(off)]);
      const of = (id: string) => queryRows(after, 'SELECT username FROM users WHERE id = ?', [id]);
      expect(await of(accounts.off.id)).toEqual([{ username }]);
      const free = { name: accounts.gone.name, roles: [] };
      expect((await owner.post('/service-accounts', free)).status).toBe(201);
    });

    it('sessions, all of them', async () => {
      for (const { client } of Object.values(people)) {
        const cookie = { cookie: (client as unknown as { headers: { cookie: string } }).headers.cookie };
        expect((await after.anyone.with(cookie).get('/me')).status).toBe(401);
      }
      expect(restored.ended.sessions).toBeGreaterThan(5);
    });

    it('a company that was closed, and the name that an operator approved', async () => {
      const owner = await after.anyone.signIn(`owner@${closing.slug}.test`, password);
      expect((await owner.get('/sessions/current')).body.companies).toEqual([]);
      const [key] = await queryRows(after, 'SELECT revoked_at FROM api_keys WHERE id = ?', [keys.closed.id]);
      expect(key?.['revoked_at']).not.toBeNull();
      const [row] = await queryRows(after, 'SELECT name, pending_name FROM companies WHERE id = ?', [
        company.id,
      ]);
      expect(row).toEqual({ name: 'Renamed since', pending_name: null });
    });

    it('the names of what products protect, and from when on they are free', async () => {
      const { changed, retired } = defined;
      const rows = await queryRows(
        after,
        'SELECT name, product_code, removed_at FROM product_permission_names',
      );
      const isUsed = (name: string) => {
        const row = rows.find((one) => one['name'] === name);
        return row && [row['product_code'], row['removed_at'] === null];
      };
      expect([isUsed(changed.name('read')), isUsed(changed.name('refund'))]).toEqual([
        [changed.code, true],
        [changed.code, false],
      ]);
      expect(isUsed(changed.name('later'))).toEqual([changed.code, true]);
      expect(isUsed(retired.name('read'))).toEqual([retired.code, false]);
    });

    it('keys that the company can revoke again, whatever ended them', async () => {
      const owner = await after.anyone.signIn(`owner@${company.slug}.test`, password);
      for (const { id } of [keys.released, keys.rotated, keys.revoked])
        expect(await owner.post(`/keys/${id}/revoke`)).toMatchObject({
          status: 200,
          body: { key: { status: 'revoked' } },
        });
    });

    it('an account that was released, whose username is free', async () => {
      const { id, username } = people.released;
      await expect(signIn('released')).rejects.toThrow('invalid-credentials');
      const [row] = await queryRows(after, 'SELECT username, former_username FROM users WHERE id = ?', [id]);
      expect(row).toEqual({ username: `released:${id}`, former_username: username });
      const owner = { username, password: 'a fourth horse battery' };
      const founded = await after.anyone.post('/companies', { name: 'Own', slug: 'own-name', owner });
      expect(founded.status).toBe(201);
    });

    it('a password, a PIN and one-time codes, old or new', async () => {
      await expect(signIn('changed')).rejects.toThrow('invalid-credentials');
      await expect(signIn('changed', 'another horse battery')).rejects.toThrow('invalid-credentials');
      const pinned = await signIn('pinned');
      expect((await pinned.get('/me/factors')).body).toMatchObject({ pin: false, totp: false });
      const asked = { factor: 'pin', secret: pin, action: 'reveal', kind: 'company', keyId: keys.kept.id };
      expect((await pinned.post('/step-ups', asked)).status).not.toBe(201);
    });

    it('memberships, roles, what roles may, and invitations', async () => {
      await expect(signIn('removed')).resolves.toBeDefined();
      const rows = await queryRows(after, 'SELECT user_id, status FROM members');
      const statusOf = (id: string) => rows.find((row) => row['user_id'] === id)?.['status'];
      expect([statusOf(people.gone.id), statusOf(people.removed.id)]).toEqual(['deactivated', undefined]);
      const narrowed = await signIn('narrowed');
      expect((await narrowed.get('/roles')).status).toBe(403);
      const [role] = await queryRows(after, 'SELECT permissions FROM roles WHERE id = ?', [customRole]);
      expect(role?.['permissions']).toBe('["roles:read"]');
      const again = { token: invitation, password: 'a third horse battery' };
      expect((await after.anyone.post('/invitations/redeem', again)).status).toBe(404);
    });

    it('in one chain of events, which records the restore and what it ended itself', async () => {
      expect(restored.log).toMatchObject({ intact: true });
      const types = (await queryRows(after, 'SELECT type, actor_kind FROM events ORDER BY seq DESC LIMIT 40'))
        .filter((row) => row['actor_kind'] === 'system')
        .map((row) => row['type']);
      expect(types).toEqual(expect.arrayContaining(['key.revoked', 'database.restored']));
      const owner = await after.anyone.signIn(`owner@${company.slug}.test`, password);
      const trail = (await owner.get(`/events?target=${keys.rotated.id}&type=key.revoked`)).body.data;
      expect(trail[0].data.reason).toBe('Rotated after the backup that was restored');
    });

    it('and tells what people have to do', () => {
      const told = restored.reapplied?.leftToDo.join('\n') ?? '';
      for (const name of [people.changed.username, people.pinned.username, keys.rotated.id])
        expect(told).toContain(name);
      expect(told).toMatch(/joined after the backup/);
      expect([...(restored.reapplied?.missing.keys() ?? [])]).toContain('key.generated');
      expect(restored.reapplied?.unknown).toEqual([]);
    });
  });
});
