import { type ShippedServer, startShipped } from '../shipped/support';
import { type ConnectedKey, Timecraft } from './support/timecraft';
import { ZapierApp } from './support/zapier-app';

/** The Zapier app on Zapier's core, against the built server. */
describe('integrations/zapier', () => {
  let app: ZapierApp;
  let server: ShippedServer;
  let company: Timecraft;

  beforeAll(async () => {
    [app, server] = await Promise.all([ZapierApp.start(), startShipped('development on SQLite')]);
    company = await Timecraft.of(server);
  });
  afterAll(async () => {
    app.close();
    await server.close();
  });

  it('is what Zapier accepts', async () => {
    expect(await app.validate()).toEqual([]);
  });

  describe('with the personal key of a member', () => {
    let member: ConnectedKey;

    beforeAll(async () => {
      member = await company.personalKey('user');
    });

    it('connects with username and key, and names the connection', async () => {
      const { result } = await app.run('authentication.test', member);
      const label = await app.run('authentication.connectionLabel', member, result);

      expect(result).toMatchObject({ username: 'user@timecraft.test', companyName: 'Timecraft' });
      expect(label).toEqual({ result: 'user@timecraft.test, Timecraft (personal key “Zapier”)' });
    });

    it('connects also with what people paste: blanks, and a slash at the end of the address', async () => {
      const { baseUrl, username, key } = member;
      const pasted = { baseUrl: ` ${baseUrl}/ `, username: `${username} `, key: ` ${key}\n` };
      const { result } = await app.run('authentication.test', pasted);
      expect(result).toMatchObject({ username });
    });

    it('triggers once for each new invoice', async () => {
      const before = await app.trigger('new_invoice', member);
      const invoice = { number: 'INV-Z-1', customer: 'Toko Zapier', total: '10.00', currency: 'IDR' };
      const made = await company.changeAs('user', 'POST', '/sales_invoices', {
        ...{ ...invoice, issuedOn: '2026-11-30' },
      });
      const after = await app.trigger('new_invoice', member);

      expect(newIds(before.result, after.result)).toEqual([made.id]);
    });

    it('finds an invoice by its number, and none where there is none', async () => {
      const found = await app.search('find_invoice', member, { number: ' inv-2026-002' });
      const none = await app.search('find_invoice', member, { number: 'INV-2026' });

      expect(found.result).toMatchObject([{ number: 'INV-2026-002' }]);
      expect(none.result).toEqual([]);
    });

    it('sees its owner’s keys and nobody else’s', async () => {
      await company.personalKey('admin', { name: 'Of the administrator' });
      const before = await app.trigger('new_key', member);
      const another = await company.personalKey('user', { name: 'Another' });
      const after = await app.trigger('new_key', member, { kind: 'personal' });

      expect(newIds(before.result, after.result)).toEqual([another.id]);
      expect(after.result).not.toContainEqual(expect.objectContaining({ name: 'Of the administrator' }));
    });

    it('finds a key by its name, the one of exactly this name first', async () => {
      const exact = await company.personalKey('user', { name: 'Sheets' });
      await company.personalKey('user', { name: 'Sheets of last year' });
      const found = await app.search('find_key', member, { name: 'sheets', status: 'active' });

      expect(found.result).toHaveLength(2);
      expect(found.result[0]).toMatchObject({ id: exact.id, status: 'active' });
    });

    it('triggers for a key in its last days, and again once its expiry was moved', async () => {
      const soon = await company.personalKey('user', { name: 'Soon', expiresAt: inDays(3) });
      const first = await app.trigger('key_expiring', member, { days: 5 });
      await company.changeAs('user', 'PATCH', `/keys/${soon.id}`, { expiresAt: inDays(4) });
      const second = await app.trigger('key_expiring', member, { days: 5 });

      expect(first.result).toMatchObject([{ keyId: soon.id, name: 'Soon' }]);
      expect(newIds(first.result, second.result)).toHaveLength(1);
    });

    it('says in a sentence that its owner may not read the audit trail', async () => {
      expect(await app.trigger('key_revoked', member)).toEqual({
        error: appError(
          'This key may not do this. Ask an administrator for a role that may, or connect with a key whose owner may.',
          'insufficient-permission',
        ),
      });
    });

    it.each([
      ['create_key', { name: 'By Zapier', kind: 'company' }, 'Creating', 'permission keys.company:generate'],
      ['revoke_key', { id: 'x' }, 'Revoking', 'permission to revoke keys of this kind'],
    ])('says in one sentence that %s needs a machine key', async (action, input, doing, permission) => {
      const sentence = `${doing} keys needs a machine key, and this connection uses a personal key: connect with the key of a service account that has the ${permission}.`;
      expect(await app.create(action, member, input)).toEqual({
        error: appError(sentence, 'insufficient-permission'),
      });
    });
  });

  it('triggers for each revoked key, with the personal key of somebody who may read the audit trail', async () => {
    const admin = await company.personalKey('admin');
    const { id } = await company.personalKey('user', { name: 'Given away' });
    const before = await app.trigger('key_revoked', admin);
    await company.changeAs('user', 'POST', `/keys/${id}/revoke`, { reason: 'Published' });
    const after = await app.trigger('key_revoked', admin);

    expect(newIds(before.result, after.result)).toHaveLength(1);
    const [revoked] = after.result;
    const by = 'user@timecraft.test';
    expect(revoked).toMatchObject({
      keyId: id,
      name: 'Given away',
      kind: 'personal',
      reason: 'Published',
      by,
    });
  });

  describe('with a machine key', () => {
    let machine: ConnectedKey;

    beforeAll(async () => {
      machine = await company.machineKey('System Administrator');
    });

    it('creates a key that works, and revokes it, also when Zapier replays the step', async () => {
      const input = {
        name: 'By Zapier',
        kind: 'company',
        expiresAt: inDays(30),
        permissions: ['keys:verify'],
      };
      const { result: made } = await app.create('create_key', machine, input);
      const used = await server.wire.get('/core/api/v1/me', { 'x-api-key': made.secret });
      const first = await app.create('revoke_key', machine, { id: made.id, reason: 'Left' });
      const replayed = await app.create('revoke_key', machine, { id: made.id, reason: 'Left' });

      expect(used.body).toMatchObject({ permissions: ['keys:verify'] });
      expect(first.result).toMatchObject({ id: made.id, status: 'revoked', revokedReason: 'Left' });
      expect(replayed.result).toMatchObject({ status: 'revoked' });
    });

    it('offers keys to choose from with the trigger for new keys', async () => {
      const { result: made } = await app.create('create_key', machine, { name: 'Choose me' });
      const { result: offered } = await app.trigger('new_key', machine);
      expect(offered[0]).toMatchObject({ id: made.id, name: 'Choose me' });
    });

    it('says what cannot be accepted, field by field', async () => {
      const input = { name: 'By Zapier', permissions: ['Nonsense!'], environment: 'staging' };
      const { error } = await app.create('create_key', machine, input);
      expect(error?.name).toBe('AppError');
      expect(error?.message).toMatch(/environment: .* permissions\/0: must be a permission/);
    });

    it('says which permission the service account lacks', async () => {
      const weak = await company.machineKey('Member');
      const sentence = `Creating keys needs a role with the permission keys.company:generate, which the service account ${weak.username} does not have.`;
      expect(await app.create('create_key', weak, { name: 'By Zapier' })).toEqual({
        error: appError(sentence, 'insufficient-permission'),
      });
    });
  });

  it('has a sample of everything that a step returns', async () => {
    const machine = await company.machineKey('System Administrator');
    const admin = await company.personalKey('admin', { expiresAt: inDays(2) });
    const { result: made } = await app.create('create_key', machine, { name: 'Sample' });
    const returned = {
      'triggers.new_invoice': (await app.trigger('new_invoice', admin)).result[0],
      'triggers.new_key': (await app.trigger('new_key', admin)).result[0],
      'triggers.key_expiring': (await app.trigger('key_expiring', admin, { days: 9 })).result[0],
      'searches.find_invoice': (await app.search('find_invoice', admin, { number: 'INV-2026-002' }))
        .result[0],
      'searches.find_key': (await app.search('find_key', machine, { name: 'Sample' })).result[0],
      'creates.create_key': made,
      'creates.revoke_key': (await app.create('revoke_key', machine, { id: made.id })).result,
      'triggers.key_revoked': (await app.trigger('key_revoked', admin)).result[0],
    };
    for (const [step, value] of Object.entries(returned)) {
      const { sample } = (await app.operation(step)).result;
      expect([step, Object.keys(value).sort()]).toEqual([step, Object.keys(sample).sort()]);
    }
  });

  it('leaves neither key nor password in what Zapier logs', async () => {
    const member = await company.personalKey('user');
    await app.trigger('new_invoice', member);
    await app.run('authentication.test', { ...member, key: `${member.key}x` });
    const basic = Buffer.from(`${member.username}:${member.key}`).toString('base64');

    expect(app.logged).toContain('/core/api/v1/sales_invoices');
    expect(app.logged).not.toContain(member.key);
    expect(app.logged).not.toContain(basic);
  });
});

/** What Zapier takes for new: what had none of these ids before. */
function newIds(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  const known = before.map(({ id }) => id);
  return after.map(({ id }) => id).filter((id) => !known.includes(id));
}

function appError(message: string, code: string): { name: string; message: string } {
  return { name: 'AppError', message: JSON.stringify({ message, code, status: 403 }) };
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
