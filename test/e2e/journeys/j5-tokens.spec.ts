import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minuteMs } from '../../../src/platform';
import { Reader } from '../../../src/platform/database';
import { managerOf } from '../../../src/platform/database/unscoped';
import { type Client, startApp, type TestApp } from '../../support';

const demoPassword = 'kunci-demo-2026';

interface Token {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly last4: string;
}

describe('J5: labelled tokens that the System Administrator makes, shows and revokes', () => {
  let test: TestApp;
  let administrator: Client;

  beforeAll(async () => {
    test = await startApp({ demo: true });
    administrator = await test.anyone.signIn('sysadmin@welcome-desk.test', demoPassword);
  });
  afterAll(() => test.close());

  async function generate(label: string): Promise<{ key: Token; secret: string }> {
    test.clock.advance(minuteMs);
    const made = await administrator.post('/keys', { kind: 'company', name: label });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.body;
  }

  async function row(id: string): Promise<Token | undefined> {
    const tokens: Token[] = (await administrator.get('/keys')).body.data;
    return tokens.find((token) => token.id === id);
  }

  it('403 lets no Member generate, list, show or revoke', async () => {
    const { key } = await generate('Not for members');
    const member = await test.anyone.signIn('member@welcome-desk.test', demoPassword);
    const forbidden = { status: 403, body: { code: 'forbidden' } };

    expect(await member.post('/keys', { kind: 'company', name: 'Mine' })).toMatchObject(forbidden);
    expect(await member.get('/keys')).toMatchObject(forbidden);
    expect(await member.post(`/keys/${key.id}/reveal`)).toMatchObject(forbidden);
    expect(await member.post(`/keys/${key.id}/revoke`)).toMatchObject(forbidden);
    expect((await row(key.id))?.status).toBe('active');
  });

  it('201 lets the Owner too, who may do all of it', async () => {
    const owner = await test.anyone.signIn('owner@welcome-desk.test', demoPassword);
    const made = await owner.post('/keys', { kind: 'company', name: 'From the Owner' });

    expect(made.status).toBe(201);
    expect((await owner.post(`/keys/${made.body.key.id}/reveal`)).body).toEqual({ secret: made.body.secret });
    expect((await owner.post(`/keys/${made.body.key.id}/revoke`)).body.key.status).toBe('revoked');
  });

  it.each([
    ['no label', {}],
    ['a blank one', { name: ' ' }],
  ])('422 wants a label: %s', async (_, label) => {
    expect(await administrator.post('/keys', { kind: 'company', ...label })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/name' }] },
    });
  });

  it('201 generates under a label, 200 shows the token code, and after OK it is in the list as Active', async () => {
    const { key, secret } = await generate('Identity provider');
    const shown = await administrator.post(`/keys/${key.id}/reveal`);

    expect(shown).toMatchObject({ status: 200, body: { secret } });
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(await row(key.id)).toMatchObject({
      name: 'Identity provider',
      status: 'active',
      recoverable: true,
    });
    expect((await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices')).body.data).toHaveLength(3);
  });

  it('200 shows it as often as one asks, each time with an event that says who looked', async () => {
    const { key, secret } = await generate('Looked at');
    for (const _ of [1, 2])
      expect((await administrator.post(`/keys/${key.id}/reveal`)).body.secret).toBe(secret);

    const { data } = (await administrator.get(`/events?type=key.revealed&target=${key.id}`)).body;
    expect(data).toMatchObject([
      { actor: { name: 'sysadmin@welcome-desk.test' } },
      { actor: { name: 'sysadmin@welcome-desk.test' } },
    ]);
  });

  it('tells when the token was generated until it is used, and then when it was last accessed', async () => {
    const { key, secret } = await generate('Accessed');
    const generatedAt = test.clock.now().toISOString();
    expect(await row(key.id)).toMatchObject({ createdAt: generatedAt, lastUsedAt: null });

    test.clock.advance(5 * minuteMs);
    await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices');
    await test.settle();
    const minute = test.clock.now().toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length);
    expect((await row(key.id))?.lastUsedAt?.startsWith(minute)).toBe(true);

    test.clock.advance(5 * minuteMs);
    await administrator.post(`/keys/${key.id}/reveal`);
    await test.settle();
    expect((await row(key.id))?.lastUsedAt?.startsWith(minute)).toBe(true);
    expect((await row(key.id))?.createdAt).toBe(generatedAt);
  });

  it('200 revokes: refused at once, Revoked in the list where it stays, and not to be shown again', async () => {
    const { key, secret } = await generate('No longer needed');
    const withToken = test.anyone.withKey(secret);
    expect((await withToken.get('/core/api/v1/sales_invoices')).status).toBe(200);

    expect(await administrator.post(`/keys/${key.id}/revoke`, { reason: 'Provider changed' })).toMatchObject({
      status: 200,
      body: { key: { status: 'revoked' }, revocation: { effectiveEverywhere: true } },
    });

    expect(await withToken.get('/core/api/v1/sales_invoices')).toMatchObject({
      status: 401,
      body: { code: 'revoked' },
    });
    expect(await row(key.id)).toMatchObject({ status: 'revoked', deletedAt: null, recoverable: false });
    expect((await administrator.get('/keys?status=revoked&q=no%20longer')).body.data).toMatchObject([
      { id: key.id },
    ]);
    expect((await administrator.post(`/keys/${key.id}/reveal`)).body.code).toBe('not-recoverable');
  });

  it('is encrypted at rest: its text is in no table, no file and no log, before and after it was shown and used', async () => {
    const { key, secret } = await generate('At rest');
    await administrator.post(`/keys/${key.id}/reveal`);
    await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices');
    await test.settle();
    const stored = await everythingStored(test);

    // The search is one that finds: the label is there, and so is what lists show of the token.
    expect(stored).toContain('At rest');
    expect(stored).toContain(key.last4);
    for (const spelling of spellingsOf(secret)) expect(stored.includes(spelling)).toBe(false);
    expect(test.logged.join()).not.toContain(secret);
  });
});

/** How a text could lie in a row or file: as it is, the random part alone, and both as hexadecimal or Base64. */
function spellingsOf(secret: string): string[] {
  const random = secret.slice('kunci_'.length, -6);
  // Base64 at each of the three offsets a text can have, without the ends that depend on the neighbours.
  const base64 = [0, 1, 2].map((by) =>
    Buffer.from('-'.repeat(by) + random)
      .toString('base64')
      .slice(4, -4),
  );
  return [random, Buffer.from(random).toString('hex'), ...base64];
}

/** Every cell of every table and, where the database is a file, the bytes of the files, as one text. */
async function everythingStored(test: TestApp): Promise<string> {
  const manager = managerOf(test.app.get(Reader));
  const tables = ['event_head', ...manager.dataSource.entityMetadatas.map(({ tableName }) => tableName)];
  const cells: string[] = [];
  for (const table of tables) {
    const rows = await manager.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`);
    cells.push(...rows.flatMap((row) => Object.values(row).map(textOf)));
  }
  const folder = test.config.dataDir;
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
  return [...cells, ...files].join('\n');
}

function textOf(cell: unknown): string {
  return Buffer.isBuffer(cell) ? cell.toString('latin1') : String(cell);
}
