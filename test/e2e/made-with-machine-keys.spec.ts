import { GenerateKeyService } from '../../src/api-keys/commands/generate-key.service';
import { RotateKeyService } from '../../src/api-keys/commands/rotate-key.service';
import { principalWith } from '../../src/tenancy';
import { aCompany, aKey, type Client, startApp, steppedUp, type TestApp, type TestCompany } from '../support';
import { aMachineKey, aServiceAccount, type TestServiceAccount } from '../support/service-accounts';
import { onKeys, someoneWith } from '../support/someone-with';

const ofCompanyKeys = onKeys('company', 'read', 'generate', 'update', 'rotate', 'revoke');
const used = 'sales-invoices:read';

describe('POST /keys/{id}/revoke of a machine key that leaked', () => {
  let test: TestApp;
  let company: TestCompany;
  let leaked: { key: { id: string }; secret: string };
  let account: TestServiceAccount;
  let thief: Client;

  beforeAll(async () => (test = await startApp()));
  beforeEach(async () => {
    company = await aCompany(test);
    account = await aServiceAccount(company, ...ofCompanyKeys, used);
    leaked = await aMachineKey(company.owner, account);
    thief = test.anyone.withKey(leaked.secret);
  });
  afterAll(() => test.close());

  const revoke = (body: object, by = company.owner, { id } = leaked.key) =>
    by.post(`/keys/${id}/revoke`, body);
  const statusWith = async (secret: string) =>
    (await test.anyone.withKey(secret).get('/sales_invoices')).status;
  const idsOf = (keys: { id: string }[]) => keys.map(({ id }) => id);
  const rotated = async (id: string, overlapSeconds = 0): Promise<string> =>
    (await thief.post(`/keys/${id}/rotate`, { overlapSeconds })).body.secret;

  it('200 lists the keys that it created and rotated, which go on working', async () => {
    const ours = await aKey(company.owner);
    const before = await aKey(company.owner, { permissions: [used] });
    const made = await aKey(thief, { permissions: [used] });
    const secret = await rotated(before.key.id);
    const { status, body } = await revoke({ reason: 'In a public repository' });

    expect({ status, more: body.made.more }).toEqual({ status: 200, more: false });
    expect(idsOf(body.made.keys)).toEqual([made.key.id, before.key.id]);
    expect(body.made.keys[0]).toEqual((await company.owner.get(`/keys/${made.key.id}`)).body);
    for (const one of [ours.secret, made.secret, secret]) expect(await statusWith(one)).toBe(200);
    expect(await statusWith(leaked.secret)).toBe(401);
  });

  it('200 revokes them with it at once, and says so in the log of each', async () => {
    const ours = await aKey(company.owner);
    const made = await aKey(thief, { permissions: [used] });
    expect(await statusWith(made.secret)).toBe(200);
    const { body } = await revoke({ made: true, reason: 'Stolen' });

    expect(body.made.keys).toMatchObject([{ id: made.key.id, status: 'revoked', revokedReason: 'Stolen' }]);
    expect(body.revocation).toMatchObject({ effectiveEverywhere: true });
    expect(await statusWith(made.secret)).toBe(401);
    expect(await statusWith(ours.secret)).toBe(200);
    const events = await company.owner.get(`/events?target=${made.key.id}&type=key.revoked`);
    expect(events.body.data).toMatchObject([{ data: { reason: 'Stolen' } }]);
  });

  it('200 revokes them later as well: when the key itself has been revoked before', async () => {
    const made = await aKey(thief, { permissions: [used] });
    await revoke({});
    const { body } = await revoke({ made: true });

    expect(idsOf(body.made.keys)).toEqual([made.key.id]);
    expect(await statusWith(made.secret)).toBe(401);
    expect((await revoke({ made: true })).body.made).toEqual({ keys: [], more: false });
  });

  it('200 leaves out what a person has rotated since, once the overlap is over', async () => {
    const made = await aKey(thief, { permissions: [used] });
    await company.owner.post(`/keys/${made.key.id}/rotate`, { overlapSeconds: 60 });
    expect(idsOf((await revoke({})).body.made.keys)).toEqual([made.key.id]);
    test.clock.advance(60_000);

    expect((await revoke({ made: true })).body.made.keys).toEqual([]);
  });

  it('200 takes a hundred at a time, and says that there are more', async () => {
    for (let at = 0; at < 101; at += 1) await aKey(thief, { permissions: [] });
    const first = await revoke({ made: true });
    const second = await revoke({ made: true });

    expect([first, second].map(({ body }) => [body.made.keys.length, body.made.more])).toEqual([
      [100, true],
      [1, false],
    ]);
  });

  it('200 finds what was made with a sibling whose secret the leaked key took over, and all after that', async () => {
    const machines = await aServiceAccount(
      company,
      ...ofCompanyKeys,
      ...onKeys('machine', 'read', 'rotate'),
      used,
    );
    const [first, second] = [
      await aMachineKey(company.owner, machines),
      await aMachineKey(company.owner, machines),
    ];
    const early = await aKey(test.anyone.withKey(second.secret), { permissions: [used] });
    test.clock.advance(1_000);
    const taken = await test.anyone
      .withKey(first.secret)
      .post(`/keys/${second.key.id}/rotate`, { overlapSeconds: 0 });
    const sibling = test.anyone.withKey(taken.body.secret);
    const late = await aKey(sibling, { permissions: [used] });
    await company.owner.post(`/keys/${second.key.id}/rotate`, { overlapSeconds: 0 });
    const { body } = await revoke({ made: true }, company.owner, first.key);

    expect(idsOf(body.made.keys)).toEqual([late.key.id]);
    expect(await statusWith(early.secret)).toBe(200);
    expect(await statusWith(late.secret)).toBe(401);
  });

  it('401 makes nothing by a request that was let in before the key was revoked', async () => {
    const { id: companyId } = company;
    const principal = principalWith({
      company: { id: companyId, name: 'A company', slug: 'a-company', suspended: false, timeZone: 'UTC' },
      user: { id: account.id, username: account.username },
      key: {
        ...{ id: leaked.key.id, kind: 'machine', name: null, product: null },
        ...{ expiresAt: null, environment: 'live', hasMetadata: false, secretId: leaked.key.id },
      },
      session: null,
      operator: false,
      method: 'api-key',
      permissions: ['keys.company:generate', 'keys.company:rotate', 'keys.company:read', used],
    });
    const generating = test.app.get(GenerateKeyService);
    const rotating = test.app.get(RotateKeyService);
    const input = { kind: 'company', name: 'Late', permissions: [used] } as const;
    const { key } = await generating.generate(principal, { ...input, permissions: [used] }, null);
    await revoke({});

    const late = { kind: { code: 'revoked' } };
    await expect(
      generating.generate(principal, { ...input, permissions: [used] }, null),
    ).rejects.toMatchObject(late);
    await expect(rotating.rotate(principal, key.id, { overlapSeconds: 0 }, null)).rejects.toMatchObject(late);
  });

  it('200 leaves those that its actor may not revoke', async () => {
    const made = await aKey(thief, { permissions: [used] });
    const mayEnd = [...onKeys('machine', 'read', 'revoke'), ...onKeys('company', 'revoke')];
    const { client } = await someoneWith(company, ...mayEnd);

    expect((await revoke({ made: true }, client)).body.made.keys).toEqual([]);
    expect(await statusWith(made.secret)).toBe(200);
  });

  it('403 asks for the strictest step-up among them, once', async () => {
    const made = await aKey(thief, { permissions: [used] });
    await company.owner.patch('/settings', { keys: { company: { stepUp: { revoke: 'password' } } } });
    const { key } = leaked;

    expect(await revoke({ made: true })).toMatchObject({
      status: 403,
      body: { code: 'step-up-required', factor: 'password', action: 'revoke', kind: 'machine' },
    });
    expect(await statusWith(leaked.secret)).toBe(200);
    const proved = await steppedUp(company.owner, { action: 'revoke', kind: 'machine', keyId: key.id });
    expect((await revoke({ made: true }, proved)).status).toBe(200);
    expect(await statusWith(made.secret)).toBe(401);
  });

  it('422 refuses it for a key of another kind', async () => {
    const { key } = await aKey(company.owner);

    expect(await revoke({ made: true }, company.owner, key)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/made', code: 'not-allowed' }] },
    });
  });
});
